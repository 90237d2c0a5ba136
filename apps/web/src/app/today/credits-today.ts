import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type CreditStatementSummary,
  type HeldTrigger,
  listCreditStatements,
  listHeldTriggers,
} from '@plumbline/credits/schema';
import { Icon, MonthPipe, pageResource, PageStateView, TenantApi, TenantContext, texts } from '@plumbline/ui';

const words = {
  en: {
    title: 'Credits',
    none: 'No credit statement waits, and no repeat rule holds.',
    all: 'All credit statements',
    turns: {
      share: 'share with the vendor',
      dispute: 'decide the dispute',
      approve: 'approve',
      look: 'look at it, dispute what is wrong',
    },
    effects: { chronic: 'Chronic failure', termination: 'Right to terminate' },
  },
  es: {
    title: 'Créditos',
    none: 'No espera ninguna liquidación y no se cumple ninguna regla de repetición.',
    all: 'Todas las liquidaciones',
    turns: {
      share: 'compartir con el proveedor',
      dispute: 'decidir la disputa',
      approve: 'aprobar',
      look: 'revisarla, disputar lo que no sea correcto',
    },
    effects: { chronic: 'Fallo crónico', termination: 'Derecho a rescindir' },
  },
};

type Turn = keyof (typeof words)['en']['turns'];

/** How many statements the first page names. */
const shown = 6;

/** Statements that wait for this person, and repeat rules that hold. */
@Component({
  selector: 'pl-credits-today',
  imports: [RouterLink, Icon, MonthPipe, PageStateView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="credits-today">
      <h2 id="credits-today">{{ text().title }}</h2>
      <pl-page-state [state]="statements.state()" (retry)="statements.reload()">
        <ul class="list">
          @for (trigger of held(); track $index) {
            <li>
              <a [routerLink]="tenant.link('credits', trigger.statementId)">
                <span class="mark" data-hue="bad"><pl-icon name="alert" /></span>
                <span class="what">{{ text().effects[trigger.effect] }} · {{ trigger.name }}</span>
                <span class="when">{{ trigger.vendor.name }} · {{ trigger.period | plMonth }}</span>
              </a>
            </li>
          }
          @for (item of waiting(); track item.statement.id) {
            <li>
              <a [routerLink]="tenant.link('credits', item.statement.id)">
                <span class="mark" data-hue="warn"><pl-icon name="file" /></span>
                <span class="what"
                  >{{ item.statement.contract.reference }} · {{ text().turns[item.turn] }}</span
                >
                <span class="when"
                  >{{ item.statement.vendor.name }} · {{ item.statement.period | plMonth }}</span
                >
              </a>
            </li>
          }
          @if (held().length === 0 && waiting().length === 0) {
            <li class="pl-muted">{{ text().none }}</li>
          }
        </ul>
      </pl-page-state>
      <a class="more" [routerLink]="tenant.link('credits')">{{ text().all }}</a>
    </section>
  `,
  styleUrl: './today-page.css',
})
export class CreditsToday {
  private readonly api = inject(TenantApi);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly statements = pageResource({
    params: () => true as const,
    load: (_, signal) => this.api.call(listCreditStatements, { query: { limit: 100 } }, { signal }),
  });
  private readonly triggers = pageResource({
    params: () => true as const,
    load: (_, signal) => this.api.call(listHeldTriggers, { query: {} }, { signal }),
  });
  protected readonly held = computed((): readonly HeldTrigger[] => this.triggers.value()?.items ?? []);
  /** Oldest first: what is earlier has to be approved first. */
  protected readonly waiting = computed(() =>
    (this.statements.value()?.items ?? [])
      .toReversed()
      .flatMap((statement) => {
        const turn = this.turnOf(statement);
        return turn ? [{ statement, turn }] : [];
      })
      .slice(0, shown),
  );

  private turnOf({ state, complete, openDisputes }: CreditStatementSummary): Turn | null {
    const may = (permission: string) => this.tenant.can(permission);
    if (state === 'draft') return complete && may('credit.manage') ? 'share' : null;
    if (state !== 'shared') return null;
    if (openDisputes > 0) return may('credit.manage') ? 'dispute' : null;
    if (may('credit.approve')) return 'approve';
    return may('credit.dispute') ? 'look' : null;
  }
}
