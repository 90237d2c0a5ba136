import { Exact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { TrendSignal } from './trend-signal';
import { westernElectric } from './western-electric';

/** How many of how many in one period; both whole, `count` at most `of`. */
export interface Proportion {
  readonly count: Exact;
  readonly of: Exact;
}

export interface PChartPoint {
  readonly value: Exact;
  /** Three-sigma limits of a period of this size, cut to [0, 1]. */
  readonly lower: Exact;
  readonly upper: Exact;
}

export interface PChart {
  readonly centre: Exact;
  /** One a period; null where nothing was counted. */
  readonly points: readonly (PChartPoint | null)[];
  readonly signals: readonly TrendSignal[];
}

/**
 * The p-chart of a series of proportions: centre = Σ count ÷ Σ of (semantics rule 13, never a mean of ratios), limits
 * p̄ ± 3 √(p̄(1 − p̄) / n), of each period by its own size. A period that counted nothing is a gap. Problem `trend.tooShort`
 * when all are.
 */
export function pChart(series: readonly (Proportion | null)[]): Outcome<PChart> {
  const counted = series.filter((period) => period !== null && !period.of.isZero());
  const total = counted.reduce((sum, period) => sum.plus(period?.of ?? 0), new Exact(0));
  if (total.isZero()) {
    return fail('trend.tooShort', 'A trend needs at least one period that counted something.');
  }
  const centre = counted.reduce((sum, period) => sum.plus(period?.count ?? 0), new Exact(0)).div(total);
  const spread = centre.times(new Exact(1).minus(centre));
  const charted = series.map((period, index) =>
    period === null || period.of.isZero()
      ? null
      : { index, value: period.count.div(period.of), centre, sigma: spread.div(period.of).sqrt() },
  );
  return succeed({
    centre,
    points: charted.map((point) =>
      point === null
        ? null
        : {
            value: point.value,
            lower: Exact.max(0, centre.minus(point.sigma.times(3))),
            upper: Exact.min(1, centre.plus(point.sigma.times(3))),
          },
    ),
    signals: westernElectric(charted),
  });
}
