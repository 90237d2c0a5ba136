import { minorUnitsOf, settleMonth, type SettledMonth, type StatementEntry } from '@plumbline/credits/schema';
import {
  adjustingEntry,
  earnBack,
  Exact,
  isFinalState,
  settledShares,
  writeMoney,
} from '@plumbline/sla-engine';
import { type ContractHistory, keyOf } from './contract-months.repository';
import type { CreditStatementEntity } from './credit-statement.entity';
import { missesInARow, monthsAtTarget, verdictsOf } from './month-series';

/** A statement of another month, as far as entries depend on it. */
export type OtherStatement = Pick<
  CreditStatementEntity,
  'id' | 'month' | 'state' | 'terms' | 'credit' | 'lines' | 'entries'
>;

/** What a month's statement has to know of those before it. */
export interface EarlierMonths {
  readonly entries: StatementEntry[];
  /** What the contract year was credited before the month, each earlier month as it stands by now. */
  readonly yearCredited: string;
}

/**
 * What a month's statement puts right of earlier, approved ones: restated results by an adjusting entry (semantics rule
 * 22), credits earned back after months at target. `earlier` are the contract's statements before `month`, oldest first;
 * what one of them carries already is not booked again.
 *
 * Months are settled anew in their order, because what an earlier one leaves of the year's cap decides the next: a restated
 * month counts with its credit of now, which is what was approved and its adjusting entries together, once. What was
 * earned back frees nothing: it came after the months that the cap had to hold.
 */
export function earlierMonths(
  month: string,
  earlier: readonly OtherStatement[],
  history: ContractHistory,
): EarlierMonths {
  const entries: StatementEntry[] = [];
  const credited = new Map<string, Exact>();
  const before = (period: string) => credited.get(yearOf(history.began, period)) ?? new Exact(0);
  for (const statement of earlier) {
    const period = statement.month.slice(0, 7);
    const yearCredited = before(period).toFixed();
    const booked = earlier.flatMap((each) =>
      each.entries.filter(({ statementId }) => statementId === statement.id),
    );
    const now = statement.state === 'approved' ? settledNow(statement, yearCredited, history) : null;
    if (now !== null) {
      entries.push(
        ...adjustments(statement, now, booked, history),
        ...earnedBack(statement, now, booked, month, history),
      );
    }
    const adjusted = booked.filter(({ kind }) => kind === 'adjustment').map(({ amount }) => amount);
    const credit = now?.credit ?? Exact.sum(statement.credit, ...adjusted);
    credited.set(yearOf(history.began, period), before(period).plus(credit));
  }
  return { entries, yearCredited: before(month).toFixed() };
}

/** Contract years begin with the month the contract began in; a year is called by its first month. */
function yearOf(began: string, month: string): string {
  const start = Temporal.PlainYearMonth.from(began);
  const { months } = start.until(month, { largestUnit: 'months' });
  return start.add({ months: Math.max(0, Math.floor(months / 12)) * 12 }).toString();
}

/** An approved month as its own scheme settles today's results; null while one of them is open again. */
function settledNow(
  { month, terms, lines }: OtherStatement,
  yearCredited: string,
  history: ContractHistory,
): SettledMonth | null {
  const period = month.slice(0, 7);
  const slas = lines.map((line) => {
    const fact = history.bySla.get(line.slaId)?.get(period) ?? line;
    const states = history.byKey.get(keyOf(line.metric.id, line.segment)) ?? new Map();
    const { occurrence } = missesInARow(verdictsOf(terms, states, { from: history.since, to: period }));
    return { ...line, state: fact.state, value: fact.value, occurrence: Math.max(1, occurrence) };
  });
  const open = slas.some(({ agreed, state }) => agreed !== null && !isFinalState(state));
  if (open) return null;
  const now = settleMonth(terms, period, slas, yearCredited);
  return now.lines.some(({ problem }) => problem !== null) ? null : now;
}

function adjustments(
  settled: OtherStatement,
  now: SettledMonth,
  booked: readonly StatementEntry[],
  history: ContractHistory,
): StatementEntry[] {
  const minorUnits = minorUnitsOf(settled.terms.currency);
  // what was earned back stays earned back where the miss stands, and falls away with it
  const stands = new Set(now.lines.filter(({ standing }) => standing === 'paid').map(({ slaId }) => slaId));
  const returned = booked.filter(
    ({ kind, slaId }) => kind === 'earnBack' && slaId !== null && stands.has(slaId),
  );
  const credit = writeMoney(Exact.sum(now.credit, ...returned.map(({ amount }) => amount)), minorUnits);
  const amounts = [settled.credit, ...booked.map(({ amount }) => amount)];
  const adjusted = adjustingEntry(credit, amounts, minorUnits);
  if (!adjusted.ok) throw new Error(`${adjusted.problem.path}: ${adjusted.problem.detail}`);
  if (new Exact(adjusted.value.entry).isZero()) return [];
  const period = settled.month.slice(0, 7);
  return [
    {
      kind: 'adjustment',
      period,
      statementId: settled.id,
      slaId: null,
      name: null,
      amount: adjusted.value.entry,
      changes: settled.lines.flatMap((line) => {
        const after = history.bySla.get(line.slaId)?.get(period) ?? line;
        const same = after.state === line.state && after.value === line.value;
        return same || line.agreed === null
          ? []
          : [
              {
                name: line.name,
                before: { state: line.state, value: line.value },
                after: { state: after.state, value: after.value },
              },
            ];
      }),
      trace: [...now.trace, ...adjusted.value.trace] as StatementEntry['trace'],
      requests: [
        { op: 'credit.compute', input: now.request },
        { op: 'credit.adjust', input: { credit, booked: amounts, minorUnits } },
      ],
    },
  ];
}

function earnedBack(
  settled: OtherStatement,
  now: SettledMonth,
  booked: readonly StatementEntry[],
  month: string,
  history: ContractHistory,
): StatementEntry[] {
  const required = settled.terms.earnBackMonths;
  if (required === null) return [];
  const minorUnits = minorUnitsOf(settled.terms.currency);
  const period = settled.month.slice(0, 7);
  const shares = settledShares(
    now.credit,
    now.lines.map(({ amount }) => amount),
    minorUnits,
  );
  if (!shares.ok) throw new Error(`${shares.problem.path}: ${shares.problem.detail}`);
  const next = Temporal.PlainYearMonth.from(period).add({ months: 1 }).toString();
  return settled.lines.flatMap((line, index): StatementEntry[] => {
    const already = booked.some(({ kind, slaId }) => kind === 'earnBack' && slaId === line.slaId);
    if (already || now.lines[index]?.standing !== 'paid') return [];
    const states = history.byKey.get(keyOf(line.metric.id, line.segment)) ?? new Map();
    const after = verdictsOf(settled.terms, states, { from: next, to: month });
    const input = {
      credit: shares.value[index] ?? '0',
      ...monthsAtTarget(after, required),
      required,
      minorUnits,
    };
    const back = earnBack(input);
    if (!back.ok) throw new Error(`${back.problem.path}: ${back.problem.detail}`);
    if (new Exact(back.value.returned).isZero()) return [];
    return [
      {
        kind: 'earnBack',
        period,
        statementId: settled.id,
        slaId: line.slaId,
        name: line.name,
        amount: writeMoney(new Exact(back.value.returned).negated(), minorUnits),
        changes: [],
        trace: [...back.value.trace] as StatementEntry['trace'],
        requests: [{ op: 'credit.earnBack', input }],
      },
    ];
  });
}
