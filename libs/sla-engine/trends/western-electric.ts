import type { Exact } from '../decimals';
import { type Side, type SignalRule, type TrendSignal, signalPatterns, signalRules } from './trend-signal';

/** A point of a control chart against its own centre and limits. */
export interface ChartPoint {
  /** Place in the series as given, gaps counted. */
  readonly index: number;
  readonly value: Exact;
  readonly centre: Exact;
  /** A third of the way from the centre to the natural limits, which may lie where no value can. */
  readonly sigma: Exact;
}

/**
 * The signals in a series, by rule and then in order. A point on a line is not beyond it, and none is where sigma is 0
 * but off-centre points. Each point that completes a pattern signals. `null` is a gap: nothing is known of what lies
 * in it, so no pattern reaches across.
 */
export function westernElectric(series: readonly (ChartPoint | null)[]): readonly TrendSignal[] {
  return signalRules.flatMap((rule) =>
    series.flatMap((point, place) =>
      point === null
        ? []
        : (['above', 'below'] as const).flatMap((side) => signalAt(series, place, point, rule, side)),
    ),
  );
}

function signalAt(
  series: readonly (ChartPoint | null)[],
  place: number,
  point: ChartPoint,
  rule: SignalRule,
  side: Side,
): readonly TrendSignal[] {
  const { sigmas, needed, of } = signalPatterns[rule];
  if (!isBeyond(point, sigmas, side)) {
    return [];
  }
  const before = series.slice(Math.max(0, place + 1 - of), place + 1);
  const unbroken = before.slice(before.lastIndexOf(null) + 1);
  const points = unbroken.flatMap((each) =>
    each !== null && isBeyond(each, sigmas, side) ? [each.index] : [],
  );
  return points.length >= needed ? [{ rule, side, index: point.index, points }] : [];
}

function isBeyond({ value, centre, sigma }: ChartPoint, sigmas: number, side: Side): boolean {
  return side === 'above'
    ? value.greaterThan(centre.plus(sigma.times(sigmas)))
    : value.lessThan(centre.minus(sigma.times(sigmas)));
}
