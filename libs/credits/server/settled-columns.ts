import {
  isFailure,
  settleMonth,
  type StatementEntry,
  type StatementLine,
  type StatementTrigger,
} from '@plumbline/credits/schema';
import { Exact, isFinalState, trigger, writeMoney } from '@plumbline/sla-engine';
import { minorUnitsOf } from '@plumbline/credits/schema';
import { type ContractHistory, type ContractMonth, keyOf } from './contract-months.repository';
import type { CreditStatementEntity } from './credit-statement.entity';
import { missesInARow, verdictsOf } from './month-series';

/** The columns of a statement that follow from results and terms. */
export type SettledColumns = Pick<
  CreditStatementEntity,
  | 'contract'
  | 'schemeRevision'
  | 'terms'
  | 'complete'
  | 'fee'
  | 'yearCredited'
  | 'uncapped'
  | 'cap'
  | 'credit'
  | 'total'
  | 'lines'
  | 'entries'
  | 'triggers'
  | 'trace'
  | 'request'
>;

/** A contract's month as the engine settles it, with the entries that put earlier months right. */
export function settledColumns(
  month: string,
  { contract, scheme, lines }: ContractMonth,
  history: ContractHistory,
  { yearCredited, entries }: { readonly yearCredited: string; readonly entries: StatementEntry[] },
): SettledColumns {
  const { terms, revision } = scheme;
  const agreed = new Map(terms.lines.map((line) => [line.slaId, line]));
  const shares = new Map(terms.pools.map(({ name, share }) => [name, share]));
  const counted = lines.map((line) => {
    const states = history.byKey.get(keyOf(line.metric.id, line.segment, line.windows?.code)) ?? new Map();
    const verdicts = verdictsOf(terms, states, { from: history.since, to: month });
    const own = isFailure(terms, line.state) ? missesInARow(verdicts) : { occurrence: 0, skipped: [] };
    return { ...line, ...own, verdicts };
  });
  const settled = settleMonth(
    terms,
    month,
    counted.map((line) => ({ ...line, occurrence: Math.max(1, line.occurrence) })),
    yearCredited,
  );
  const statementLines = counted.map(
    ({ verdicts: _, occurrence, skipped, ...line }, index): StatementLine => {
      const price = agreed.get(line.slaId);
      const outcome = settled.lines[index];
      return {
        ...line,
        agreed: price
          ? {
              pool: price.pool,
              poolShare: shares.get(price.pool) ?? '0',
              allocation: price.allocation,
              method: price.method,
              event: price.event,
            }
          : null,
        standing: outcome?.standing ?? 'watched',
        occurrence,
        skipped: [...skipped],
        amount: outcome?.amount ?? '0',
        problem: outcome?.problem ?? null,
      };
    },
  );
  const triggers = counted
    .filter(({ slaId }) => agreed.has(slaId))
    .flatMap(({ slaId, name, verdicts }) =>
      terms.triggers.map((each): StatementTrigger => {
        const held = trigger(
          each.rule,
          verdicts.map(({ verdict }) => verdict),
        );
        if (!held.ok) throw new Error(`${held.problem.path}: ${held.problem.detail}`);
        const { triggered, undecided, trace } = held.value;
        return {
          ...each,
          slaId,
          name,
          triggered,
          undecided,
          months: [...verdicts],
          trace: [...trace] as never,
        };
      }),
    );
  // as it comes back from jsonb, so that what is stored can be compared with what is settled now
  return JSON.parse(
    JSON.stringify({
      contract,
      schemeRevision: revision,
      terms,
      complete: statementLines.every(
        ({ agreed: priced, state, resultId, problem, windows }) =>
          priced === null ||
          ((resultId !== null || windows?.results.length === 0) &&
            (windows?.open ?? 0) === 0 &&
            isFinalState(state) &&
            problem === null),
      ),
      fee: settled.fee,
      yearCredited,
      uncapped: settled.uncapped,
      cap: settled.cap,
      credit: settled.credit,
      total: writeMoney(
        Exact.sum(settled.credit, ...entries.map(({ amount }) => amount)),
        minorUnitsOf(terms.currency),
      ),
      lines: statementLines,
      entries,
      triggers,
      trace: settled.trace,
      request: settled.request,
    }),
  ) as SettledColumns;
}
