import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type CreditStatementSummary,
  type HeldTrigger,
  listCreditSchemeGaps,
  listCreditStatements,
  listHeldTriggers,
} from '@plumbline/credits/schema';
import {
  Icon,
  MonthPipe,
  pageResource,
  PageStateView,
  Reader,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { sayCount } from './today-items';

const words = {
  en: {
    title: 'Credits',
    none: 'No credit statement waits, and no repeat rule holds.',
    all: 'All credit statements',
    gap: (number: number) => `enter the credit scheme of version ${number}`,
    more: (count: string) => `${count} more wait`,
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
    gap: (number: number) => `introducir el esquema de crédito de la versión ${number}`,
    more: (count: string) => `Esperan ${count} más`,
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

/** What somebody has who does something about a shared statement. */
const turnsOfShared = ['credit.manage', 'credit.approve', 'credit.dispute'];

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
          @for (gap of gaps.value()?.items ?? []; track gap.contract.id + gap.contract.versionNumber) {
            <li>
              <a
                [routerLink]="
                  tenant.link('credits', 'schemes', gap.contract.id, '' + gap.contract.versionNumber, 'edit')
                "
              >
                <span class="mark" data-hue="warn"><pl-icon name="contracts" /></span>
                <span class="what"
                  >{{ gap.contract.reference }} · {{ text().gap(gap.contract.versionNumber) }}</span
                >
                <span class="when">{{ gap.vendor.name }} · {{ gap.from | plMonth }}</span>
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
          @if (beyond(); as count) {
            <li>
              <a [routerLink]="tenant.link('credits')">
                <span class="mark"><pl-icon name="file" /></span>
                <span class="what">{{ text().more(count) }}</span>
              </a>
            </li>
          }
          @if (held().length === 0 && waiting().length === 0 && !gaps.value()?.items?.length) {
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
  private readonly reader = inject(Reader);
  /** Those that can wait for this person at all: what is approved waits for nobody, and drafts are the insurer's own. */
  protected readonly statements = pageResource({
    params: () =>
      [
        ...(this.tenant.can('credit.manage') ? ['draft' as const] : []),
        ...(turnsOfShared.some((permission) => this.tenant.can(permission)) ? ['shared' as const] : []),
      ] as const,
    load: async (states, signal) => {
      const pages = await Promise.all(
        states.map((state) =>
          this.api.call(listCreditStatements, { query: { state, limit: 200 } }, { signal }),
        ),
      );
      return {
        items: pages.flatMap(({ items }) => items),
        more: pages.some(({ nextCursor }) => nextCursor !== null),
      };
    },
  });
  private readonly triggers = pageResource({
    params: () => true as const,
    load: (_, signal) => this.api.call(listHeldTriggers, { query: {} }, { signal }),
  });
  /** Amendments that have lost their scheme until somebody enters it. */
  protected readonly gaps = pageResource({
    params: () => (this.tenant.can('credit.manage') ? true : undefined),
    load: (_, signal) => this.api.call(listCreditSchemeGaps, {}, { signal }),
  });
  protected readonly held = computed((): readonly HeldTrigger[] => this.triggers.value()?.items ?? []);
  /** Oldest first: what is earlier has to be approved first. */
  private readonly allWaiting = computed(() =>
    (this.statements.value()?.items ?? [])
      .toSorted((a, b) => (a.period + a.id < b.period + b.id ? -1 : 1))
      .flatMap((statement) => {
        const turn = this.turnOf(statement);
        return turn ? [{ statement, turn }] : [];
      }),
  );
  protected readonly waiting = computed(() => this.allWaiting().slice(0, shown));
  /** What waits beyond those that are named; null: nothing. */
  protected readonly beyond = computed(() => {
    const rest = {
      count: this.allWaiting().length - this.waiting().length,
      more: this.statements.value()?.more ?? false,
    };
    return rest.count > 0 || rest.more ? sayCount(rest, this.reader.locale()) : null;
  });

  private turnOf({ state, complete, openDisputes }: CreditStatementSummary): Turn | null {
    const may = (permission: string) => this.tenant.can(permission);
    if (state === 'draft') return complete && may('credit.manage') ? 'share' : null;
    if (state !== 'shared') return null;
    if (openDisputes > 0) return may('credit.manage') ? 'dispute' : null;
    if (may('credit.approve')) return 'approve';
    return may('credit.dispute') ? 'look' : null;
  }
}
