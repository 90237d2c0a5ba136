import { writeExact } from '../decimals';
import type { Trace } from '../trace';
import { type TrendSignal, signalPatterns } from './trend-signal';
import type { ChartPoint } from './western-electric';

/**
 * The steps that tell which signals a chart gives (semantics rule 21): of each the rule, how many of how many points it
 * takes, and the places, values and line of the points that make it, each against its own sigma. No signal is a step too.
 */
export function signalSteps(signals: readonly TrendSignal[], points: readonly (ChartPoint | null)[]): Trace {
  if (signals.length === 0) {
    return [{ rule: 'trend.noSignal', facts: {} }];
  }
  return signals.map(({ rule: signal, side, index, points: places }) => {
    const { sigmas, needed, of } = signalPatterns[signal];
    const made = places.flatMap((place) => points[place] ?? []);
    return {
      rule: 'trend.signal',
      facts: {
        signal,
        side,
        index,
        needed,
        of,
        points: [...places],
        values: made.map(({ value }) => writeExact(value)),
        lines: made.map(({ centre, sigma }) =>
          writeExact(side === 'above' ? centre.plus(sigma.times(sigmas)) : centre.minus(sigma.times(sigmas))),
        ),
      },
    };
  });
}
