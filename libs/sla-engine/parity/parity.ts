import { writeExact } from '../decimals';
import type { MetricDefinition } from '../kpis/metric-definition';
import { type Outcome, fail, succeed } from '../outcome';
import { type ExactTarget, exactTarget } from '../targets/exact-target';
import type { Target } from '../targets/target';
import type { Trace, TraceFact, TraceStep } from '../trace';
import { type AdmittedValues, admittedValues, possibleValues, relationOf } from './admitted-values';
import { compareDefinitions } from './compare-definitions';
import { compareSegments, type ParitySegment } from './compare-segments';

export const parityVerdicts = ['equal', 'stricter', 'weaker', 'missing', 'incomparable'] as const;
export type ParityVerdict = (typeof parityVerdicts)[number];

/** Why two targets cannot be held against each other; several may hold at once. */
export const parityReasons = ['definition', 'segment', 'window', 'values'] as const;
export type ParityReason = (typeof parityReasons)[number];

/** A target with everything that decides what it means. */
export interface ParitySide {
  readonly definition: MetricDefinition;
  readonly target: Target;
  readonly segment: ParitySegment;
  /** As it is called: `month`, `quarter`. */
  readonly window: string;
}

export interface ParityInput {
  /** The contract's SLA; null where the contract has none for this metric. */
  readonly agreed: ParitySide | null;
  /** The insurer's internal target, or a regulatory floor. */
  readonly expected: ParitySide;
}

export interface Parity {
  readonly verdict: ParityVerdict;
  /** Of an incomparable pair; else empty. */
  readonly reasons: readonly ParityReason[];
  readonly trace: Trace;
}

interface Side extends ParitySide {
  readonly exact: ExactTarget;
}

/**
 * Holds a contract's SLA against what the insurer expects (requirement V3): targets are compared as the sets of values they
 * let pass, with exact decimals, and only where definition, segment and window are the same (semantics rules 13 to 15).
 * `stricter`: the SLA lets less pass than is expected. A segment without anything in common is `missing`. Ratios are shares of
 * one, times seconds. A limit that punishes the better value is `target.againstDirection`.
 *
 * @example parity({ agreed: { …, target: { comparator: '>=', value: '0.80' } }, expected: { …, value: '0.85' } }) // weaker
 */
export function parity({ agreed, expected }: ParityInput): Outcome<Parity> {
  const theirs = sideOf(expected, 'expected');
  if (!theirs.ok) return theirs;
  const first = stated('parity.expected', theirs.value);
  if (agreed === null) return succeed(missing([first]));
  const ours = sideOf(agreed, 'agreed');
  if (!ours.ok) return ours;
  const differences = compareDefinitions(agreed.definition, expected.definition);
  if (!differences.ok) return differences;
  const segment = compareSegments(agreed.segment, expected.segment);
  const steps: TraceStep[] = [
    first,
    stated('parity.agreed', ours.value),
    step('parity.definition', {
      same: differences.value.length === 0,
      differences: differences.value.map(({ part, ...sides }) => ({ part, ...sides })),
    }),
    step('parity.segment', {
      relation: segment,
      agreed: factsOf(agreed.segment),
      expected: factsOf(expected.segment),
    }),
  ];
  if (segment === 'disjoint') return succeed(missing(steps));
  const sameWindow = agreed.window === expected.window;
  steps.push(step('parity.window', { same: sameWindow, agreed: agreed.window, expected: expected.window }));
  const reasons: ParityReason[] = [
    ...(differences.value.length > 0 ? ['definition' as const] : []),
    ...(segment === 'same' ? [] : ['segment' as const]),
    ...(sameWindow ? [] : ['window' as const]),
  ];
  if (reasons.length > 0) return succeed(decided('incomparable', reasons, steps));
  return succeed(byValues(ours.value, theirs.value, steps));
}

function byValues(agreed: Side, expected: Side, steps: readonly TraceStep[]): Parity {
  const possible = possibleValues(expected.definition);
  const [ours, theirs] = [admittedValues(agreed.exact, possible), admittedValues(expected.exact, possible)];
  const relation = relationOf(ours, theirs);
  const compared = [
    ...steps,
    step('parity.values', {
      possible: intervalText(possible),
      agreed: intervalText(ours),
      expected: intervalText(theirs),
      relation,
    }),
  ];
  if (relation === 'overlapping') return decided('incomparable', ['values'], compared);
  const verdict = relation === 'equal' ? 'equal' : relation === 'inside' ? 'stricter' : 'weaker';
  return decided(verdict, [], compared);
}

function missing(steps: readonly TraceStep[]): Parity {
  return decided('missing', [], steps);
}

function decided(verdict: ParityVerdict, reasons: readonly ParityReason[], steps: Trace): Parity {
  return { verdict, reasons, trace: [...steps, step('parity.verdict', { verdict, reasons })] };
}

function sideOf(side: ParitySide, path: string): Outcome<Side> {
  const exact = exactTarget(side.target, `${path}.target`);
  if (!exact.ok) return exact;
  const { direction } = side.definition;
  if (exact.value.kind === 'comparator') {
    const asksForMore = exact.value.comparator.startsWith('>');
    if ((direction === 'higher' && !asksForMore) || (direction === 'lower' && asksForMore)) {
      const detail = `For this metric ${direction} is better: the limit would punish it.`;
      return fail('target.againstDirection', detail, `${path}.target`);
    }
  }
  return succeed({ ...side, exact: exact.value });
}

function stated(
  rule: 'parity.expected' | 'parity.agreed',
  { definition, exact, window, segment }: Side,
): TraceStep {
  const limits =
    exact.kind === 'band'
      ? { comparator: null, target: null, low: writeExact(exact.low), high: writeExact(exact.high) }
      : { comparator: exact.comparator, target: writeExact(exact.value), low: null, high: null };
  return step(rule, {
    metric: definition.id,
    version: definition.version,
    direction: definition.direction,
    ...limits,
    window,
    segment: factsOf(segment),
  });
}

function factsOf(segment: ParitySegment): TraceFact {
  return Object.fromEntries(
    Object.entries(segment)
      .filter(([, value]) => value !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** `[0.8, 1]`, `(300, ∞)`, `∅`. */
function intervalText({ low, high, empty }: AdmittedValues): string {
  if (empty) return '∅';
  const from = low === null ? '(−∞' : `${low.included ? '[' : '('}${writeExact(low.at)}`;
  const to = high === null ? '∞)' : `${writeExact(high.at)}${high.included ? ']' : ')'}`;
  return `${from}, ${to}`;
}

function step(rule: string, facts: TraceStep['facts']): TraceStep {
  return { rule, facts };
}
