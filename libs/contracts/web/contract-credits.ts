import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listCreditSchemes, listHeldTriggers } from '@plumbline/credits/schema';
import {
  MonthPipe,
  pageResource,
  PageStateView,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';

const words = {
  en: {
    title: 'Credits',
    scheme: (revision: number) => `Credit scheme, revision ${revision}`,
    none: 'This version has no credit scheme: missed SLAs cost nothing.',
    enter: 'Enter the credit scheme',
    statements: 'Credit statements',
    effects: { chronic: 'Chronic failure', termination: 'Right to terminate' },
  },
  es: {
    title: 'Créditos',
    scheme: (revision: number) => `Esquema de crédito, revisión ${revision}`,
    none: 'Esta versión no tiene esquema de crédito: los SLA incumplidos no cuestan nada.',
    enter: 'Introducir el esquema de crédito',
    statements: 'Liquidaciones de créditos',
    effects: { chronic: 'Fallo crónico', termination: 'Derecho a rescindir' },
  },
};

/** What a contract version says about money, and which of its repeat rules hold. */
@Component({
  selector: 'pl-contract-credits',
  imports: [RouterLink, PageStateView, StatusChip, MonthPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-contract-credits">
      <h2 id="pl-contract-credits">{{ text().title }}</h2>
      <pl-page-state [state]="credits.state()" (retry)="credits.reload()">
        @if (credits.value(); as known) {
          @if (known.scheme; as scheme) {
            <p class="pl-row">
              <a [routerLink]="tenant.link('credits', 'schemes', contractId(), '' + number())">{{
                text().scheme(scheme.revision)
              }}</a>
              <a [routerLink]="tenant.link('credits')" [queryParams]="{ contractId: contractId() }">{{
                text().statements
              }}</a>
            </p>
          } @else {
            <p class="pl-muted">{{ text().none }}</p>
            @if (tenant.can('credit.manage')) {
              <a
                class="pl-button"
                [routerLink]="tenant.link('credits', 'schemes', contractId(), '' + number(), 'edit')"
                >{{ text().enter }}</a
              >
            }
          }
          <ul class="held">
            @for (trigger of known.held; track $index) {
              <li class="pl-row">
                <pl-status hue="bad" icon="alert" [text]="text().effects[trigger.effect]" />
                <a [routerLink]="tenant.link('credits', trigger.statementId)"
                  >{{ trigger.name }}, {{ trigger.period | plMonth: 'long' }}</a
                >
              </li>
            }
          </ul>
        }
      </pl-page-state>
    </section>
  `,
})
export class ContractCredits {
  readonly contractId = input.required<string>();
  readonly number = input.required<number>();

  private readonly api = inject(TenantApi);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly credits = pageResource({
    params: () => ({ contractId: this.contractId(), number: this.number() }),
    load: async (params, signal) => {
      const query = { contractId: params.contractId };
      const [schemes, held] = await Promise.all([
        this.api.call(listCreditSchemes, { query: { ...query, limit: 200 } }, { signal }),
        this.api.call(listHeldTriggers, { query }, { signal }),
      ]);
      const scheme = schemes.items.find(({ contract }) => contract.versionNumber === params.number) ?? null;
      return { scheme, held: held.items };
    },
  });
}
