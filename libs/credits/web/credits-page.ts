import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CreditStatementSummary } from '@plumbline/credits/schema';
import {
  type Column,
  DataTable,
  Empty,
  formatMonth,
  PageHeader,
  PageStateView,
  Reader,
  StatusChip,
  TableCell,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { creditWords, stateLooks } from './credit-words';
import { formatMoney } from './format-money';
import { StatementsStore } from './statements-store';

const words = {
  en: {
    title: 'Credits',
    lead: 'What missed service levels cost, month by month: computed, disputed, approved by two people.',
    leadPartner: 'What missed service levels cost you, month by month. Dispute a line while it is with you.',
    schemes: 'Credit schemes',
    all: 'All months and vendors',
    caption: 'Credit statements',
    none: 'There are no credit statements here',
    noneText:
      'A statement is made when the results of a month are final and the contract has a credit scheme.',
    period: 'Month',
    vendor: 'Vendor',
    contract: 'Contract',
    state: 'State',
    credit: 'Credit of the month',
    total: 'Total',
    turn: 'Next',
    disputed: (count: number) => (count === 1 ? '1 line disputed' : `${count} lines disputed`),
    open: 'Results are open again',
    share: 'Share with the vendor',
    seconded: 'One approval of two',
    approve: 'Two approvals',
    export: 'Export',
    triggered: (count: number) => (count === 1 ? '1 repeat rule holds' : `${count} repeat rules hold`),
    reference: 'Reference',
  },
  es: {
    title: 'Créditos',
    lead: 'Lo que cuestan los niveles de servicio incumplidos, mes a mes: calculado, disputado, aprobado por dos personas.',
    leadPartner:
      'Lo que le cuestan los niveles incumplidos, mes a mes. Dispute una línea mientras la tenga usted.',
    schemes: 'Esquemas de crédito',
    all: 'Todos los meses y proveedores',
    caption: 'Liquidaciones de créditos',
    none: 'No hay liquidaciones de créditos',
    noneText:
      'Se crea una cuando los resultados de un mes son definitivos y el contrato tiene un esquema de crédito.',
    period: 'Mes',
    vendor: 'Proveedor',
    contract: 'Contrato',
    state: 'Estado',
    credit: 'Crédito del mes',
    total: 'Total',
    turn: 'Siguiente',
    disputed: (count: number) => (count === 1 ? '1 línea en disputa' : `${count} líneas en disputa`),
    open: 'Los resultados se han reabierto',
    share: 'Compartir con el proveedor',
    seconded: 'Una aprobación de dos',
    approve: 'Dos aprobaciones',
    export: 'Exportar',
    triggered: (count: number) =>
      count === 1 ? 'se cumple 1 regla de repetición' : `se cumplen ${count} reglas de repetición`,
    reference: 'Referencia',
  },
};

/** Statements by month, with whose turn it is. */
@Component({
  selector: 'pl-credits-page',
  imports: [PageHeader, PageStateView, Empty, DataTable, TableCell, StatusChip, RouterLink],
  providers: [StatementsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="tenant.can('credit.dispute') ? text().leadPartner : text().lead"
      >
        <a class="pl-button" [routerLink]="tenant.link('credits', 'schemes')">{{ text().schemes }}</a>
      </pl-page-header>
      @if (narrowed()) {
        <p>
          <a [routerLink]="tenant.link('credits')">{{ text().all }}</a>
        </p>
      }
      <pl-page-state [state]="store.statements.state()" (retry)="store.statements.reload()">
        <pl-empty plEmpty icon="file" [title]="text().none" [text]="text().noneText" />
        <pl-data-table
          [caption]="text().caption"
          [rows]="store.statements.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.statements.hasMore()"
          [loadingMore]="store.statements.loadingMore()"
          (loadMore)="store.statements.loadMore()"
        >
          <ng-template plCell="state" [plCellOf]="store.statements.items()" let-row>
            <pl-status
              [hue]="looks[row.state].hue"
              [icon]="looks[row.state].icon"
              [text]="words().states[row.state]"
            />
          </ng-template>
        </pl-data-table>
      </pl-page-state>
    </div>
  `,
})
export class CreditsPage {
  /** From the address. */
  readonly period = input<string>();
  readonly vendorId = input<string>();
  readonly contractId = input<string>();

  private readonly reader = inject(Reader);
  protected readonly router = inject(Router);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(StatementsStore);
  protected readonly text = texts(words);
  protected readonly words = texts(creditWords);
  protected readonly looks = stateLooks;
  protected readonly byId = ({ id }: CreditStatementSummary) => id;
  protected readonly narrowed = computed(
    () => this.period() !== undefined || this.vendorId() !== undefined || this.contractId() !== undefined,
  );

  protected readonly columns = computed((): readonly Column<CreditStatementSummary>[] => {
    const [text, locale] = [this.text(), this.reader.locale()];
    const money = (key: 'credit' | 'total'): Column<CreditStatementSummary> => ({
      key,
      header: text[key],
      text: (row) => formatMoney(row[key], row.currency, locale),
      sortBy: (row) => Number(row[key]),
      exported: (row) => row[key],
      numeric: true,
    });
    return [
      {
        key: 'period',
        header: text.period,
        text: ({ period }) => formatMonth(period, locale, 'long'),
        sortBy: ({ period }) => period,
        exported: ({ period }) => period,
        link: ({ id }) => this.tenant.link('credits', id),
      },
      { key: 'vendor', header: text.vendor, text: ({ vendor }) => vendor.name },
      { key: 'contract', header: text.contract, text: ({ contract }) => contract.reference },
      { key: 'state', header: text.state, text: ({ state }) => this.words().states[state] },
      money('credit'),
      money('total'),
      { key: 'turn', header: text.turn, text: (row) => this.turnOf(row) },
      { key: 'reference', header: text.reference, text: (row) => row.export?.reference ?? '' },
    ];
  });

  constructor() {
    effect(() =>
      this.store.search.set({
        period: this.period(),
        vendorId: this.vendorId(),
        contractId: this.contractId(),
      }),
    );
  }

  /** What comes next for a statement. */
  private turnOf({
    state,
    complete,
    openDisputes,
    approvals,
    triggered,
    ...row
  }: CreditStatementSummary): string {
    const text = this.text();
    const next =
      state === 'approved'
        ? row.export === null
          ? text.export
          : ''
        : state === 'withdrawn'
          ? ''
          : !complete
            ? text.open
            : state === 'draft'
              ? text.share
              : openDisputes > 0
                ? text.disputed(openDisputes)
                : approvals === 1
                  ? text.seconded
                  : text.approve;
    const held = triggered > 0 ? text.triggered(triggered) : '';
    return [next, held].filter((part) => part !== '').join(' · ');
  }
}
