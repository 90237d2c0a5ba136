import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { CreditStatement, StatementLine } from '@plumbline/credits/schema';
import {
  ExplainPanel,
  Figure,
  formatMonth,
  Reader,
  StatusChip,
  TenantContext,
  texts,
  VerdictChip,
} from '@plumbline/ui';
import { creditWords, standingLooks } from './credit-words';
import { formatMoney, formatShare } from './format-money';

const words = {
  en: {
    caption: 'Lines of the statement',
    line: 'SLA',
    state: 'State',
    figure: 'Figure and target',
    price: 'Priced at',
    standing: 'Credit',
    amount: 'Amount',
    clause: (number: string) => `clause ${number}`,
    figureOf: (name: string, month: string) => `${name}, ${month}`,
    allocation: (allocation: string, pool: string) => `${allocation} of ${pool}`,
    methods: {
      allocation: 'the whole allocation',
      bands: 'by band',
      points: 'by points',
      perFullPoint: 'per full point',
      percentageGap: 'by the gap',
    },
    repeat: (occurrence: number) => `miss ${occurrence} in a row`,
    skipped: (months: string) => `without a verdict, skipped: ${months}`,
    event: (event: string) => `one event: ${event}`,
    windows: (all: number, breached: number) =>
      all === 0
        ? 'no window ends in this month'
        : `the worst of ${all} windows, ${breached} breached: one miss`,
    explain: (name: string, amount: string) => `${name}: ${amount}; explain this amount`,
    dispute: (name: string) => `Dispute ${name}`,
    disputeShort: 'Dispute',
    disputed: 'Disputed',
    credit: 'Credit of the month, rounded once',
    cap: (cap: string) => `at most ${cap}`,
    exclusions: 'without exclusions',
  },
  es: {
    caption: 'Líneas de la liquidación',
    line: 'SLA',
    state: 'Estado',
    figure: 'Cifra y objetivo',
    price: 'Se valora en',
    standing: 'Crédito',
    amount: 'Importe',
    clause: (number: string) => `cláusula ${number}`,
    figureOf: (name: string, month: string) => `${name}, ${month}`,
    allocation: (allocation: string, pool: string) => `${allocation} de ${pool}`,
    methods: {
      allocation: 'la asignación completa',
      bands: 'por banda',
      points: 'por puntos',
      perFullPoint: 'por punto completo',
      percentageGap: 'por la diferencia',
    },
    repeat: (occurrence: number) => `fallo ${occurrence} seguido`,
    skipped: (months: string) => `sin veredicto, omitidos: ${months}`,
    event: (event: string) => `un mismo evento: ${event}`,
    windows: (all: number, breached: number) =>
      all === 0
        ? 'ninguna ventana termina en este mes'
        : `la peor de ${all} ventanas, ${breached} incumplidas: un solo fallo`,
    explain: (name: string, amount: string) => `${name}: ${amount}; explicar este importe`,
    dispute: (name: string) => `Disputar ${name}`,
    disputeShort: 'Disputar',
    disputed: 'En disputa',
    credit: 'Crédito del mes, redondeado una vez',
    cap: (cap: string) => `como máximo ${cap}`,
    exclusions: 'sin exclusiones',
  },
};

/** The lines of a statement: each figure opens its explanation, and so does each amount. */
@Component({
  selector: 'pl-statement-lines',
  imports: [VerdictChip, StatusChip, Figure],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './statement-lines.html',
  styleUrl: './statement-lines.css',
})
export class StatementLines {
  readonly statement = input.required<CreditStatement>();
  /** An SLA id, or `credit` for the sum. */
  readonly explainAmount = output<string>();
  readonly dispute = output<StatementLine>();

  private readonly reader = inject(Reader);
  private readonly tenant = inject(TenantContext);
  protected readonly explain = inject(ExplainPanel);
  protected readonly text = texts(words);
  protected readonly words = texts(creditWords);
  protected readonly looks = standingLooks;
  protected readonly disputed = computed(
    () =>
      new Set(
        this.statement()
          .disputes.filter(({ state }) => state === 'open')
          .map(({ slaId }) => slaId),
      ),
  );
  protected readonly canDispute = computed(
    () => this.statement().state === 'shared' && this.tenant.can('credit.dispute'),
  );

  protected money(amount: string): string {
    return formatMoney(amount, this.statement().currency, this.reader.locale());
  }

  protected segmentOf({ segment }: StatementLine): string {
    return [segment.lineOfBusiness, segment.channel, segment.queue, segment.language]
      .filter((part) => part !== null)
      .join(' · ');
  }

  protected figureName({ name }: StatementLine): string {
    return this.text().figureOf(name, formatMonth(this.statement().period, this.reader.locale(), 'long'));
  }

  protected price({ agreed }: StatementLine): string {
    if (agreed === null) return '–';
    const { allocation, methods } = this.text();
    return `${allocation(formatShare(agreed.allocation, this.reader.locale()), agreed.pool)}, ${methods[agreed.method.kind]}`;
  }

  /** What counting misses in a row and sharing an event did to the line. */
  protected notes({ occurrence, skipped, agreed, problem, windows }: StatementLine): string[] {
    const text = this.text();
    const months = skipped.map((month) => formatMonth(month, this.reader.locale())).join(', ');
    return [
      ...(windows ? [text.windows(windows.results.length, windows.breached)] : []),
      ...(occurrence > 1 ? [text.repeat(occurrence)] : []),
      ...(skipped.length > 0 ? [text.skipped(months)] : []),
      ...(agreed?.event && occurrence > 0 ? [text.event(agreed.event)] : []),
      ...(problem === null ? [] : [problem]),
    ];
  }
}
