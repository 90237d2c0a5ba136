import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Reader, StatusChip, TenantContext, texts } from '@plumbline/ui';
import type { Profile } from '@plumbline/vendors/schema';
import { countryName } from './names';
import { ProfilePanel } from './profile-panel';
import { profileWords } from './profile-words';

const words = {
  en: {
    add: 'Add a data flow',
    none: 'Nobody has said yet where its data goes.',
    vendor: 'kept by the vendor',
    by: (name: string) => `kept by ${name}`,
    days: (days: number) => `for ${days} days`,
    noRetention: 'for how long is not said',
    agreed: (contract: string, clause: string, regions: string) =>
      `${contract}, clause ${clause}: data stays in ${regions}.`,
    noClause: (contract: string) => `${contract} has no data residency clause.`,
    noContract: 'No contract is in force.',
    ok: 'Within the clause',
  },
  es: {
    add: 'Añadir un flujo de datos',
    none: 'Nadie ha dicho aún adónde van sus datos.',
    vendor: 'lo guarda el proveedor',
    by: (name: string) => `lo guarda ${name}`,
    days: (days: number) => `durante ${days} días`,
    noRetention: 'sin decir durante cuánto tiempo',
    agreed: (contract: string, clause: string, regions: string) =>
      `${contract}, cláusula ${clause}: los datos quedan en ${regions}.`,
    noClause: (contract: string) => `${contract} no tiene cláusula de residencia de datos.`,
    noContract: 'Ningún contrato está en vigor.',
    ok: 'Dentro de la cláusula',
  },
};

/** What is kept where, by whom and for how long, against the data residency clause (D4). */
@Component({
  selector: 'pl-data-flows-section',
  imports: [ProfilePanel, RouterLink, StatusChip, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-profile-panel
      anchor="pl-data-flows"
      [heading]="parts().sections['data-flows']"
      [action]="text().add"
      [link]="mayWrite ? link('new') : null"
      [none]="profile().dataFlows.length === 0 ? text().none : null"
    >
      @for (line of clauses(); track line) {
        <p class="pl-muted pl-small">{{ line }}</p>
      }
      <ul>
        @for (flow of profile().dataFlows; track flow.id) {
          <li>
            <div class="line">
              @if (mayWrite) {
                <a class="entry" [routerLink]="link(flow.id)">{{ nameOf(flow) }}</a>
              } @else {
                <strong>{{ nameOf(flow) }}</strong>
              }
              @if (flow.findings.length === 0 && agreed()) {
                <pl-status hue="good" icon="check" [text]="text().ok" />
              }
            </div>
            <div class="pl-muted pl-small">{{ factsOf(flow) }}</div>
            @for (finding of flow.findings; track $index) {
              <p class="finding">
                <pl-icon name="alert" />{{ parts().findings[finding.code](finding.parameters) }}
              </p>
            }
          </li>
        }
      </ul>
    </pl-profile-panel>
  `,
  styleUrl: './entries.css',
})
export class DataFlowsSection {
  readonly vendorId = input.required<string>();
  readonly profile = input.required<Profile>();

  private readonly tenant = inject(TenantContext);
  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly mayWrite = this.tenant.can('vendor-profile.write');
  protected readonly agreed = computed(() => this.profile().residency.some(({ clause }) => clause !== null));
  protected readonly clauses = computed(() => {
    const { residency } = this.profile();
    if (residency.length === 0) return [this.text().noContract];
    return residency.map(({ contract, clause }) =>
      clause
        ? this.text().agreed(contract, clause.number, clause.regions.join(', '))
        : this.text().noClause(contract),
    );
  });

  protected link(entry: string): readonly string[] {
    return this.tenant.link('vendors', this.vendorId(), 'data-flows', entry);
  }

  protected nameOf({ kind, called, system }: Profile['dataFlows'][number]): string {
    return `${kind === 'other' ? called : this.parts().flows[kind]} → ${system}`;
  }

  protected factsOf(flow: Profile['dataFlows'][number]): string {
    const keeper = this.profile().fourthParties.find(({ id }) => id === flow.fourthPartyId)?.name;
    const phi = flow.phiKinds.map((kind) => this.parts().phiKinds[kind]).join(', ') || this.parts().noPhi;
    return [
      countryName(flow.place, this.reader.locale()),
      phi,
      keeper === undefined ? this.text().vendor : this.text().by(keeper),
      flow.retentionDays === null ? this.text().noRetention : this.text().days(flow.retentionDays),
    ].join(' · ');
  }
}
