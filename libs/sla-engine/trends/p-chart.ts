import { Exact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace, TraceStep } from '../trace';
import { signalSteps } from './signal-steps';
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
  readonly trace: Trace;
}

/**
 * The p-chart of a series of proportions: centre = Σ count ÷ Σ of (semantics rule 13, never a mean of ratios), limits
 * p̄ ± 3 √(p̄(1 − p̄) / n), of each period by its own size. A period that counted nothing is a gap. Problem `trend.tooShort`
 * when all are.
 */
export function pChart(series: readonly (Proportion | null)[]): Outcome<PChart> {
  const counted = series.filter((period): period is Proportion => period !== null && !period.of.isZero());
  const total = counted.reduce((sum, period) => sum.plus(period.of), new Exact(0));
  if (total.isZero()) {
    return fail('trend.tooShort', 'A trend needs at least one period that counted something.');
  }
  const count = counted.reduce((sum, period) => sum.plus(period.count), new Exact(0));
  const centre = count.div(total);
  const spread = centre.times(new Exact(1).minus(centre));
  const charted = series.map((period, index) =>
    period === null || period.of.isZero()
      ? null
      : { index, value: period.count.div(period.of), centre, sigma: spread.div(period.of).sqrt() },
  );
  const points = charted.map((point) =>
    point === null
      ? null
      : {
          value: point.value,
          lower: Exact.max(0, centre.minus(point.sigma.times(3))),
          upper: Exact.min(1, centre.plus(point.sigma.times(3))),
        },
  );
  const signals = westernElectric(charted);
  return succeed({
    centre,
    points,
    signals,
    trace: [
      {
        rule: 'trend.proportion',
        facts: {
          periods: counted.length,
          gaps: series.length - counted.length,
          count: writeExact(count),
          of: writeExact(total),
          centre: writeExact(centre),
        },
      },
      ...limitSteps(series, points, centre),
      ...signalSteps(signals, charted),
    ],
  });
}

/** The limits of the smallest and of the largest period, between which those of all others lie. */
function limitSteps(
  series: readonly (Proportion | null)[],
  points: readonly (PChartPoint | null)[],
  centre: Exact,
): readonly TraceStep[] {
  const periods = points.flatMap((point, index) => {
    const of = series[index]?.of;
    return point === null || of === undefined ? [] : [{ of, lower: point.lower, upper: point.upper }];
  });
  const bySize = periods.toSorted((one, other) => one.of.comparedTo(other.of));
  const ends = [bySize.at(0), bySize.at(-1)].filter((period) => period !== undefined);
  const differing = ends.filter((period, place) => place === 0 || !period.of.equals(ends[0]?.of ?? 0));
  return differing.map(({ of, lower, upper }) => ({
    rule: 'trend.limitsOfSize',
    facts: {
      centre: writeExact(centre),
      n: writeExact(of),
      lower: writeExact(lower),
      upper: writeExact(upper),
    },
  }));
}
