import { Exact } from '../decimals';
import type { MetricDefinition } from '../kpis/metric-definition';
import type { ExactTarget } from '../targets/exact-target';

/** One end of the values that a target lets pass; null: there is no end on this side. */
export interface Edge {
  readonly at: Exact;
  readonly included: boolean;
}

/** The values that meet a target: an interval, or nothing at all. */
export interface AdmittedValues {
  readonly low: Edge | null;
  readonly high: Edge | null;
  readonly empty: boolean;
}

export type SetRelation = 'equal' | 'inside' | 'contains' | 'overlapping';

/** What values a metric can take: counts and seconds are never negative, a share never exceeds one. */
export function possibleValues({ unit, numerator, denominator }: MetricDefinition): AdmittedValues {
  const takesAway = [...numerator, ...denominator].some(({ weight = 1 }) => `${weight}`.startsWith('-'));
  const closed = (at: number): Edge => ({ at: new Exact(at), included: true });
  return {
    low: unit === 'points' || (takesAway && unit !== 'ratio') ? null : closed(0),
    high: unit === 'ratio' ? closed(1) : null,
    empty: false,
  };
}

/** The values that meet a target, of those that are possible. */
export function admittedValues(target: ExactTarget, possible: AdmittedValues): AdmittedValues {
  const asked = edgesOf(target);
  const low = tighter(asked.low, possible.low, (one, other) => one.gt(other));
  const high = tighter(asked.high, possible.high, (one, other) => one.lt(other));
  const empty =
    low !== null &&
    high !== null &&
    (low.at.gt(high.at) || (low.at.eq(high.at) && !(low.included && high.included)));
  return { low, high, empty };
}

/** How the first set lies to the second: `inside` it lets less pass, `contains` it lets more pass. */
export function relationOf(one: AdmittedValues, other: AdmittedValues): SetRelation {
  const [isInside, contains] = [within(one, other), within(other, one)];
  if (isInside) return contains ? 'equal' : 'inside';
  return contains ? 'contains' : 'overlapping';
}

function edgesOf(target: ExactTarget): Pick<AdmittedValues, 'low' | 'high'> {
  if (target.kind === 'band') {
    return { low: { at: target.low, included: true }, high: { at: target.high, included: true } };
  }
  const edge = { at: target.value, included: target.comparator.endsWith('=') };
  return target.comparator.startsWith('>') ? { low: edge, high: null } : { low: null, high: edge };
}

function tighter(
  one: Edge | null,
  other: Edge | null,
  tighterThan: (one: Exact, other: Exact) => boolean,
): Edge | null {
  if (one === null || other === null) return one ?? other;
  if (one.at.eq(other.at)) return one.included ? other : one;
  return tighterThan(one.at, other.at) ? one : other;
}

/** Whether every value of the first set is one of the second. */
function within(one: AdmittedValues, other: AdmittedValues): boolean {
  if (one.empty || other.empty) return one.empty;
  return (
    reaches(one.low, other.low, (at, edge) => at.gt(edge)) &&
    reaches(one.high, other.high, (at, edge) => at.lt(edge))
  );
}

function reaches(edge: Edge | null, bound: Edge | null, lies: (at: Exact, bound: Exact) => boolean): boolean {
  if (bound === null) return true;
  if (edge === null) return false;
  return edge.at.eq(bound.at) ? bound.included || !edge.included : lies(edge.at, bound.at);
}
