import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DatePipe, Reader, StatusChip, TenantContext, texts } from '@plumbline/ui';
import type { FourthParty, Profile } from '@plumbline/vendors/schema';
import { countryName } from './names';
import { ProfilePanel } from './profile-panel';
import { approvalLook, profileWords } from './profile-words';

const words = {
  en: {
    add: 'Add a fourth party',
    none: 'It hands nothing on, as far as anybody has said.',
    from: 'since',
    until: 'until before',
    decided: (by: string, reason: string) => `${by}: ${reason}`,
    decide: 'Decide',
    decideOn: (name: string) => `Decide on ${name}`,
  },
  es: {
    add: 'Añadir un subcontratista',
    none: 'No delega nada, que se sepa.',
    from: 'desde',
    until: 'hasta antes de',
    decided: (by: string, reason: string) => `${by}: ${reason}`,
    decide: 'Decidir',
    decideOn: (name: string) => `Decidir sobre ${name}`,
  },
};

/** To whom a vendor hands work or data on. */
@Component({
  selector: 'pl-fourth-parties-section',
  imports: [ProfilePanel, RouterLink, StatusChip, DatePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-profile-panel
      anchor="pl-fourth-parties"
      [heading]="parts().sections['fourth-parties']"
      [action]="text().add"
      [link]="mayWrite ? link('new') : null"
      [none]="profile().fourthParties.length === 0 ? text().none : null"
    >
      <ul>
        @for (party of profile().fourthParties; track party.id) {
          <li>
            <div class="line">
              @if (mayWrite) {
                <a class="entry" [routerLink]="link(party.id)">{{ party.name }}</a>
              } @else {
                <strong>{{ party.name }}</strong>
              }
              <pl-status
                [hue]="looks[party.approval].hue"
                [icon]="looks[party.approval].icon"
                [text]="parts().approvals[party.approval]"
              />
              @if (mayDecide) {
                <a
                  class="entry pl-no-print"
                  [routerLink]="link(party.id, 'decision')"
                  [attr.aria-label]="text().decideOn(party.name)"
                  >{{ text().decide }}</a
                >
              }
            </div>
            <div class="pl-muted pl-small">{{ factsOf(party) }}</div>
            <div class="pl-muted pl-small">
              {{ text().from }} {{ party.since | plDate }}
              @if (party.until) {
                {{ text().until }} {{ party.until | plDate }}
              }
            </div>
            @if (party.decidedBy && party.approvalReason) {
              <div class="pl-muted pl-small">{{ text().decided(party.decidedBy, party.approvalReason) }}</div>
            }
          </li>
        }
      </ul>
    </pl-profile-panel>
  `,
  styleUrl: './entries.css',
})
export class FourthPartiesSection {
  readonly vendorId = input.required<string>();
  readonly profile = input.required<Profile>();

  private readonly tenant = inject(TenantContext);
  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly looks = approvalLook;
  protected readonly mayWrite = this.tenant.can('vendor-profile.write');
  protected readonly mayDecide = this.tenant.can('vendor.write');

  protected link(...entry: readonly string[]): readonly string[] {
    return this.tenant.link('vendors', this.vendorId(), 'fourth-parties', ...entry);
  }

  protected factsOf({ service, places, phiKinds }: FourthParty): string {
    const where = places.map((place) => countryName(place, this.reader.locale())).join(', ');
    const phi = phiKinds.map((kind) => this.parts().phiKinds[kind]).join(', ') || this.parts().noPhi;
    return [service, where, phi].join(' · ');
  }
}
