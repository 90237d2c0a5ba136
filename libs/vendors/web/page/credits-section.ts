import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listHeldTriggers } from '@plumbline/credits/schema';
import {
  MonthPipe,
  pageResource,
  PageStateView,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import type { Vendor } from '@plumbline/vendors/schema';

const words = {
  en: {
    title: 'Credits',
    statements: 'Credit statements',
    none: 'No repeat rule holds.',
    effects: { chronic: 'Chronic failure', termination: 'Right to terminate' },
  },
  es: {
    title: 'Créditos',
    statements: 'Liquidaciones de créditos',
    none: 'No se cumple ninguna regla de repetición.',
    effects: { chronic: 'Fallo crónico', termination: 'Derecho a rescindir' },
  },
};

/** Which repeat rules of a vendor's credit schemes hold as of its newest statements. */
@Component({
  selector: 'pl-vendor-credits-section',
  imports: [RouterLink, PageStateView, StatusChip, MonthPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-vendor-credits">
      <h2 id="pl-vendor-credits">{{ text().title }}</h2>
      <pl-page-state [state]="held.state()" (retry)="held.reload()">
        <p plEmpty class="pl-muted">{{ text().none }}</p>
        <ul class="held">
          @for (trigger of held.value()?.items ?? []; track $index) {
            <li class="pl-row">
              <pl-status hue="bad" icon="alert" [text]="text().effects[trigger.effect]" />
              <a [routerLink]="tenant.link('credits', trigger.statementId)"
                >{{ trigger.name }}, {{ trigger.period | plMonth: 'long' }}</a
              >
            </li>
          }
        </ul>
      </pl-page-state>
      <a [routerLink]="tenant.link('credits')" [queryParams]="{ vendorId: vendor().id }">{{
        text().statements
      }}</a>
    </section>
  `,
})
export class CreditsSection {
  readonly vendor = input.required<Vendor>();

  private readonly api = inject(TenantApi);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly held = pageResource({
    params: () => this.vendor().id,
    load: (vendorId, signal) => this.api.call(listHeldTriggers, { query: { vendorId } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
}
