import { Exact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace } from '../trace';
import { signalSteps } from './signal-steps';
import type { TrendSignal } from './trend-signal';
import { westernElectric } from './western-electric';

export interface XmrChart {
  readonly centre: Exact;
  readonly limits: { readonly lower: Exact; readonly upper: Exact };
  readonly movingRange: { readonly mean: Exact; readonly upper: Exact };
  readonly signals: readonly TrendSignal[];
  readonly trace: Trace;
}

/** 3 ÷ d₂ and D₄ for moving ranges of two (Wheeler, Understanding Variation; semantics rule 21). */
const limitFactor = '2.660';
const rangeFactor = '3.268';

/**
 * The XmR chart of a series: centre = mean, natural limits = mean ± 2.660 × mean moving range, exact but for the
 * divisions. `null` is a month without a value: a gap that no moving range and no signal reaches across (rule 16: nothing
 * missing scores). Problem `trend.tooShort` unless two values stand side by side.
 *
 * @example xmrChart([new Exact(80), new Exact(82), new Exact(81)]) // centre 81, limits 77.01 and 84.99
 */
export function xmrChart(series: readonly (Exact | null)[]): Outcome<XmrChart> {
  const values = series.filter((value) => value !== null);
  const ranges = series.flatMap((value, place) => {
    const before = series[place - 1];
    return value === null || before === undefined || before === null ? [] : [value.minus(before).abs()];
  });
  if (ranges.length === 0) {
    return fail('trend.tooShort', 'A trend needs at least two values side by side.');
  }
  const centre = mean(values);
  const meanRange = mean(ranges);
  const reach = meanRange.times(limitFactor);
  const sigma = reach.div(3);
  const points = series.map((value, index) => (value === null ? null : { index, value, centre, sigma }));
  const limits = { lower: centre.minus(reach), upper: centre.plus(reach) };
  const upperRange = meanRange.times(rangeFactor);
  const signals = westernElectric(points);
  const writtenRange = writeExact(meanRange);
  return succeed({
    centre,
    limits,
    movingRange: { mean: meanRange, upper: upperRange },
    signals,
    trace: [
      {
        rule: 'trend.mean',
        facts: {
          values: values.length,
          gaps: series.length - values.length,
          centre: writeExact(centre),
        },
      },
      {
        rule: 'trend.movingRange',
        facts: {
          ranges: ranges.length,
          mean: writtenRange,
          factor: rangeFactor,
          upper: writeExact(upperRange),
        },
      },
      {
        rule: 'trend.limits',
        facts: {
          centre: writeExact(centre),
          factor: limitFactor,
          meanRange: writtenRange,
          lower: writeExact(limits.lower),
          upper: writeExact(limits.upper),
        },
      },
      ...signalSteps(signals, points),
    ],
  });
}

function mean(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => sum.plus(value), new Exact(0)).div(values.length);
}
