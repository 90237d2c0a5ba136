import { type Amount, Exact, parseExact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import { type ExactTarget, exactTarget } from '../targets/exact-target';
import { meetsTarget } from '../targets/meets-target';
import type { Target } from '../targets/target';
import type { Trace } from '../trace';

/** `n` misses in a row, `k` misses among the last `n`, or an average over the last `n` that misses a target. */
export type TriggerRule =
  | { readonly kind: 'consecutive'; readonly n: number }
  | { readonly kind: 'kOfN'; readonly k: number; readonly n: number }
  | { readonly kind: 'rollingAverage'; readonly n: number; readonly target: Target };

/**
 * One month, oldest first: passed, failed, no verdict; for a rolling average its value or, better, its sums, which
 * are then averaged as a ratio of sums (semantics rule 13).
 */
export type TriggerMonth =
  'P' | 'F' | '?' | { readonly value: Amount } | { readonly numerator: Amount; readonly denominator: Amount };

export interface Trigger {
  /** Whether the rule holds as of the last month. */
  readonly triggered: boolean;
  /** How many months had no verdict: they were skipped, they reset nothing (semantics rule 23). */
  readonly undecided: number;
  /** Their positions, the first month being 0. */
  readonly skipped: readonly number[];
  /** Only for a rolling average; null where there is nothing to average. */
  readonly average?: string | null;
  readonly trace: Trace;
}

/**
 * Whether a repeat rule holds as of the last month of a series. Months without a verdict are skipped and counted as
 * undecided: the rule looks past them at the months that have one. A rolling average needs a series at least as
 * long as its span.
 *
 * @example trigger({ kind: 'consecutive', n: 3 }, ['F', 'F', '?', 'F']) // triggered, 1 undecided
 */
export function trigger(rule: TriggerRule, series: readonly TriggerMonth[]): Outcome<Trigger> {
  if (!Number.isInteger(rule.n) || rule.n < 1) {
    return fail('trigger.n', 'n is a whole number above zero.', 'rule.n');
  }
  if (rule.kind === 'rollingAverage') {
    return rollingAverage(rule, series);
  }
  const needed = rule.kind === 'kOfN' ? rule.k : rule.n;
  if (!Number.isInteger(needed) || needed < 1 || needed > rule.n) {
    return fail('trigger.k', 'k is a whole number from 1 to n.', 'rule.k');
  }
  const strange = series.findIndex((month) => typeof month !== 'string');
  if (strange !== -1) {
    return fail('trigger.month', 'Expected "P", "F" or "?".', `series.${strange}`);
  }
  const skipped = positionsWithoutVerdict(series);
  const last = series.filter((month) => month !== '?').slice(-rule.n);
  const failed = last.filter((month) => month === 'F').length;
  const triggered = failed >= needed;
  const facts = {
    kind: rule.kind,
    needed,
    n: rule.n,
    looked: last.join(''),
    failed,
    skipped: [...skipped],
    triggered,
  };
  return succeed({
    triggered,
    undecided: skipped.length,
    skipped,
    trace: [{ rule: 'trigger.misses', facts }],
  });
}

function positionsWithoutVerdict(series: readonly TriggerMonth[]): readonly number[] {
  return series.flatMap((month, index) => (month === '?' ? [index] : []));
}

function rollingAverage(
  rule: Extract<TriggerRule, { kind: 'rollingAverage' }>,
  series: readonly TriggerMonth[],
): Outcome<Trigger> {
  const target = exactTarget(rule.target, 'rule.target');
  if (!target.ok) {
    return target;
  }
  const months: MonthSums[] = [];
  const skipped: number[] = [];
  for (const [index, month] of series.entries()) {
    const sums = sumsOf(month, `series.${index}`);
    if (!sums.ok) {
      return sums;
    }
    if (sums.value === null) {
      skipped.push(index);
    } else {
      months.push(sums.value);
    }
  }
  if (new Set(months.map((month) => month.given)).size > 1) {
    return fail('trigger.mixed', 'A series gives verdicts, values or sums, not a mixture.', 'series');
  }
  const last = series.length < rule.n ? [] : months.slice(-rule.n);
  return succeed(averageVerdict(rule.n, target.value, last, skipped));
}

function averageVerdict(
  n: number,
  target: ExactTarget,
  last: readonly MonthSums[],
  skipped: readonly number[],
): Trigger {
  const numerator = Exact.sum(0, ...last.map((month) => month.numerator));
  const denominator = Exact.sum(0, ...last.map((month) => month.denominator));
  const empty = denominator.isZero();
  const triggered = !empty && !meetsTarget(target, numerator, denominator);
  const average = empty ? null : writeExact(numerator.div(denominator));
  const facts = {
    n,
    months: last.length,
    numerator: writeExact(numerator),
    denominator: writeExact(denominator),
    average,
    skipped: [...skipped],
    triggered,
  };
  return {
    triggered,
    undecided: skipped.length,
    skipped,
    average,
    trace: [{ rule: 'trigger.average', facts }],
  };
}

interface MonthSums {
  readonly numerator: Exact;
  readonly denominator: Exact;
  /** What the month gave; a verdict or a bare value stands for one unit of volume. */
  readonly given: 'verdict' | 'value' | 'sums';
}

function sumsOf(month: TriggerMonth, path: string): Outcome<MonthSums | null> {
  if (typeof month === 'string') {
    const value = month === 'P' ? 1 : 0;
    return succeed(
      month === '?' ? null : { numerator: new Exact(value), denominator: new Exact(1), given: 'verdict' },
    );
  }
  if ('value' in month) {
    const value = parseExact(month.value, `${path}.value`);
    return value.ok ? succeed({ numerator: value.value, denominator: new Exact(1), given: 'value' }) : value;
  }
  const numerator = parseExact(month.numerator, `${path}.numerator`);
  if (!numerator.ok) {
    return numerator;
  }
  const denominator = parseExact(month.denominator, `${path}.denominator`);
  if (!denominator.ok) {
    return denominator;
  }
  if (denominator.value.lt(0)) {
    return fail('kpi.negativeDenominator', 'A denominator is never negative.', `${path}.denominator`);
  }
  return succeed(
    denominator.value.isZero()
      ? null
      : { numerator: numerator.value, denominator: denominator.value, given: 'sums' },
  );
}
