import { type Amount, Exact, parseExact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace, TraceStep } from '../trace';
import { type ExactTarget, exactTarget } from './exact-target';
import { meetsTarget } from './meets-target';
import type { Target } from './target';
import type { VerdictState } from './verdict-states';
import { type WilsonInterval, wilsonInterval } from './wilson-interval';

/**
 * What is held against a target: a value (`null` where there was no volume), an unrounded quotient, a sample, or
 * nothing because nothing was reported.
 */
export type Measured =
  | { readonly value: Amount | null }
  | { readonly numerator: Amount; readonly denominator: Amount }
  | {
      readonly sample: {
        readonly passes: Amount;
        readonly n: Amount;
        readonly minimumN?: number;
        readonly confidence?: Amount;
      };
    }
  | { readonly reported: false };

export interface IntervalFact {
  readonly lower: string;
  readonly upper: string;
  readonly confidence: string;
}

export interface Verdict {
  readonly state: Extract<
    VerdictState,
    'met' | 'breached' | 'insufficientSample' | 'noVolume' | 'notReported'
  >;
  readonly value: string | null;
  /** Only where a sample was judged. */
  readonly interval?: IntervalFact;
  readonly trace: Trace;
}

export const defaultConfidence = '0.95';
/** Below ten samples nothing is decided unless the target states its own minimum (semantics rule 19). */
export const defaultMinimumN = 10;

/**
 * Holds one figure against one target (semantics rules 15, 16 and 19), with no regard to time: windows, waivers and
 * disputes are `judge`'s.
 *
 * @example verdict({ comparator: '>=', value: '0.80' }, { value: '0.7956' }) // breached
 */
export function verdict(target: Target, measured: Measured): Outcome<Verdict> {
  const exact = exactTarget(target);
  if (!exact.ok) {
    return exact;
  }
  if ('reported' in measured) {
    return succeed({ state: 'notReported', value: null, trace: [{ rule: 'target.notReported', facts: {} }] });
  }
  if ('sample' in measured) {
    return sampleVerdict(exact.value, measured.sample);
  }
  if ('value' in measured) {
    if (measured.value === null) {
      return succeed(noVolume());
    }
    const value = parseExact(measured.value, 'value');
    return value.ok ? succeed(valueVerdict(exact.value, value.value, new Exact(1))) : value;
  }
  const numerator = parseExact(measured.numerator, 'numerator');
  if (!numerator.ok) {
    return numerator;
  }
  const denominator = parseExact(measured.denominator, 'denominator');
  if (!denominator.ok) {
    return denominator;
  }
  if (denominator.value.lt(0)) {
    return fail('kpi.negativeDenominator', 'A denominator is never negative.', 'denominator');
  }
  return succeed(
    denominator.value.isZero() ? noVolume() : valueVerdict(exact.value, numerator.value, denominator.value),
  );
}

function noVolume(): Verdict {
  return { state: 'noVolume', value: null, trace: [{ rule: 'target.noVolume', facts: {} }] };
}

function valueVerdict(target: ExactTarget, numerator: Exact, denominator: Exact): Verdict {
  const met = meetsTarget(target, numerator, denominator);
  const value = writeExact(numerator.div(denominator));
  return { state: met ? 'met' : 'breached', value, trace: [comparisonStep(target, value, met)] };
}

function comparisonStep(target: ExactTarget, value: string, met: boolean): TraceStep {
  return target.kind === 'band'
    ? {
        rule: 'target.band',
        facts: { value, low: writeExact(target.low), high: writeExact(target.high), met },
      }
    : {
        rule: 'target.comparison',
        facts: { value, comparator: target.comparator, target: writeExact(target.value), met },
      };
}

function sampleVerdict(
  target: ExactTarget,
  sample: { passes: Amount; n: Amount; minimumN?: number; confidence?: Amount },
): Outcome<Verdict> {
  const n = parseExact(sample.n, 'sample.n');
  if (!n.ok) {
    return n;
  }
  const passes = parseExact(sample.passes, 'sample.passes');
  if (!passes.ok) {
    return passes;
  }
  if (n.value.isZero() && passes.value.isZero()) {
    return succeed(noVolume());
  }
  const confidence = sample.confidence ?? defaultConfidence;
  const bounds = wilsonInterval(sample.passes, sample.n, confidence);
  if (!bounds.ok) {
    return fail(bounds.problem.code, bounds.problem.detail, `sample.${bounds.problem.path}`);
  }
  const value = writeExact(passes.value.div(n.value));
  const interval: IntervalFact = {
    lower: shownBound(bounds.value.lower),
    upper: shownBound(bounds.value.upper),
    confidence: `${confidence}`,
  };
  const minimumN = sample.minimumN ?? defaultMinimumN;
  const facts = { passes: writeExact(passes.value), n: writeExact(n.value), value, ...interval };
  if (n.value.lt(minimumN)) {
    return succeed({
      state: 'insufficientSample',
      value,
      interval,
      trace: [{ rule: 'target.sampleTooSmall', facts: { ...facts, minimumN } }],
    });
  }
  const state = stateOfInterval(target, bounds.value);
  return succeed({
    state,
    value,
    interval,
    trace: [{ rule: 'target.sample', facts: { ...facts, ...edges(target), state } }],
  });
}

/** z is known to 16 digits, so a bound is shown to twelve; the comparison uses it as it is. */
function shownBound(bound: Exact): string {
  return writeExact(bound.toDecimalPlaces(12));
}

function edges(target: ExactTarget): {
  comparator: string | null;
  target: string | null;
  low: string | null;
  high: string | null;
} {
  return target.kind === 'band'
    ? { comparator: null, target: null, low: writeExact(target.low), high: writeExact(target.high) }
    : { comparator: target.comparator, target: writeExact(target.value), low: null, high: null };
}

/** Met when every share in the interval would meet the target, breached when none would, else undecided. */
function stateOfInterval(
  target: ExactTarget,
  { lower, upper }: WilsonInterval,
): 'met' | 'breached' | 'insufficientSample' {
  const lowerMeets = meetsTarget(target, lower);
  const upperMeets = meetsTarget(target, upper);
  if (lowerMeets && upperMeets) {
    return 'met';
  }
  const straddles = target.kind === 'band' && lower.lt(target.low) && upper.gt(target.high);
  return lowerMeets || upperMeets || straddles ? 'insufficientSample' : 'breached';
}
