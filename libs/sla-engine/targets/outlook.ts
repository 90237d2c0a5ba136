import { type Amount, type Exact, parseExact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { TraceStep } from '../trace';
import { type ExactTarget, exactTarget } from './exact-target';
import { meetsTarget } from './meets-target';
import type { Target } from './target';

export interface OutlookInput {
  readonly target: Target;
  /** What the open window has counted so far. */
  readonly numerator: Amount;
  readonly denominator: Amount;
  /** The denominator still to come: forecast or agreed volume for the rest of the window. */
  readonly remaining: Amount;
  /** The least and the most one remaining unit can add to the numerator; a share runs from 0 to 1. */
  readonly worst?: Amount;
  /** `null` for a metric without an upper end, such as seconds of handling. */
  readonly best?: Amount | null;
}

export interface Outlook {
  /** Whether the window as counted so far meets the target; null before any volume. */
  readonly onTarget: boolean | null;
  /** The average the rest of the window must reach: at least `low`, at most `high`; null is no demand on that side. */
  readonly needed: { readonly low: string | null; readonly high: string | null };
  /** Whether the rest can still bring the window to its target. */
  readonly reachable: boolean;
  /** Whether no outcome of the rest can bring the window below its target. */
  readonly secured: boolean;
  readonly trace: readonly TraceStep[];
}

/**
 * What the rest of an open window must reach, and whether it still can. Advice: it never opens a breach. Volumes
 * are not negative; times and counts have no upper end unless `best` gives one.
 *
 * @example
 * outlook({ target: { comparator: '>=', value: '0.80' }, numerator: 700, denominator: 1000, remaining: 1000 })
 * // needed { low: '0.9', high: null }, reachable
 */
export function outlook(input: OutlookInput): Outcome<Outlook> {
  const target = exactTarget(input.target);
  if (!target.ok) {
    return target;
  }
  const numbers = readNumbers(input);
  if (!numbers.ok) {
    return numbers;
  }
  const { numerator, denominator, remaining, worst, best } = numbers.value;
  const whole = denominator.plus(remaining);
  const edge = (limit: Exact): Exact => limit.times(whole).minus(numerator);
  const { low, high } = limitsOf(target.value);
  const onTarget = denominator.isZero() ? null : meetsTarget(target.value, numerator, denominator);
  const onlyEnd = remaining.isZero();
  const neededLow = low === null || onlyEnd ? null : edge(low).div(remaining);
  const neededHigh = high === null || onlyEnd ? null : edge(high).div(remaining);
  const reachable = onlyEnd
    ? onTarget === true
    : someOutcomeMeets(target.value, neededLow, neededHigh, worst, best);
  const secured = onlyEnd
    ? onTarget === true
    : everyOutcomeMeets(target.value, neededLow, neededHigh, worst, best);
  const needed = {
    low: neededLow === null || neededLow.lte(worst) ? null : writeExact(neededLow),
    high: neededHigh === null || (best !== null && neededHigh.gte(best)) ? null : writeExact(neededHigh),
  };
  const facts = {
    onTarget,
    neededLow: needed.low,
    neededHigh: needed.high,
    remaining: writeExact(remaining),
    reachable,
    secured,
  };
  return succeed({ onTarget, needed, reachable, secured, trace: [{ rule: 'target.outlook', facts }] });
}

interface OutlookNumbers {
  readonly numerator: Exact;
  readonly denominator: Exact;
  readonly remaining: Exact;
  readonly worst: Exact;
  readonly best: Exact | null;
}

function readNumbers(input: OutlookInput): Outcome<OutlookNumbers> {
  const numerator = parseExact(input.numerator, 'numerator');
  if (!numerator.ok) {
    return numerator;
  }
  const denominator = notNegative(input.denominator, 'denominator');
  if (!denominator.ok) {
    return denominator;
  }
  const remaining = notNegative(input.remaining, 'remaining');
  if (!remaining.ok) {
    return remaining;
  }
  const worst = parseExact(input.worst ?? 0, 'worst');
  if (!worst.ok) {
    return worst;
  }
  const best = input.best === null ? succeed(null) : parseExact(input.best ?? 1, 'best');
  if (!best.ok) {
    return best;
  }
  return succeed({
    numerator: numerator.value,
    denominator: denominator.value,
    remaining: remaining.value,
    worst: worst.value,
    best: best.value,
  });
}

function notNegative(value: Amount, path: string): Outcome<Exact> {
  const exact = parseExact(value, path);
  return exact.ok && exact.value.lt(0)
    ? fail('measure.negative', 'A volume is never negative.', path)
    : exact;
}

function limitsOf(target: ExactTarget): { low: Exact | null; high: Exact | null } {
  if (target.kind === 'band') {
    return target;
  }
  const below = target.comparator === '>=' || target.comparator === '>';
  return below ? { low: target.value, high: null } : { low: null, high: target.value };
}

function isStrict(target: ExactTarget): boolean {
  return target.kind === 'comparator' && (target.comparator === '>' || target.comparator === '<');
}

function someOutcomeMeets(
  target: ExactTarget,
  low: Exact | null,
  high: Exact | null,
  worst: Exact,
  best: Exact | null,
): boolean {
  const strict = isStrict(target);
  const lowInReach = low === null || best === null || (strict ? best.gt(low) : best.gte(low));
  const highInReach = high === null || (strict ? worst.lt(high) : worst.lte(high));
  return lowInReach && highInReach;
}

function everyOutcomeMeets(
  target: ExactTarget,
  low: Exact | null,
  high: Exact | null,
  worst: Exact,
  best: Exact | null,
): boolean {
  const strict = isStrict(target);
  const lowHolds = low === null || (strict ? worst.gt(low) : worst.gte(low));
  const highHolds = high === null || (best !== null && (strict ? best.lt(high) : best.lte(high)));
  return lowHolds && highHolds;
}
