import { RandomStream } from './random-stream';
import { type DayCounts, type SimulatedPlan, simulateDay } from './simulate-day';
import { studentQuantile } from './student-quantile';

export interface SimulationFigures {
  readonly runs: number;
  /** Mean calls a run. */
  readonly offered: number;
  /** Answered within the threshold ÷ offered, summed over all runs (semantics rule 13); null when nobody called. */
  readonly serviceLevel: number | null;
  /** Two-sided 95 % confidence interval of the service level, within [0, 1]; null when nobody called. */
  readonly interval: readonly [number, number] | null;
  readonly confidence: 0.95;
  readonly abandonProbability: number | null;
  /** Mean seconds to answer of those answered; null when nobody was. */
  readonly asa: number | null;
}

/**
 * Simulates a plan `runs` times from one seed: the same seed gives the same figures everywhere. The interval is that
 * of a ratio of sums over independent runs, by the delta method with Student's t (runs − 1 degrees of freedom).
 *
 * @param seed whole number; @param runs 2 or more
 */
export function simulate(plan: SimulatedPlan, seed: number, runs: number): SimulationFigures {
  const days = Array.from({ length: runs }, (_, run) => simulateDay(plan, new RandomStream(seed, run)));
  const offered = sum(days, 'offered');
  const answered = sum(days, 'answered');
  const asa = answered === 0 ? null : sum(days, 'waitedSeconds') / answered;
  const common = { runs, offered: offered / runs, confidence: 0.95, asa } as const;
  if (offered === 0) {
    return { ...common, serviceLevel: null, interval: null, abandonProbability: null };
  }
  const serviceLevel = sum(days, 'answeredInTime') / offered;
  const squares = days.reduce(
    (total, day) => total + (day.answeredInTime - serviceLevel * day.offered) ** 2,
    0,
  );
  const halfWidth = (studentQuantile(0.975, runs - 1) * Math.sqrt((squares / (runs - 1)) * runs)) / offered;
  return {
    ...common,
    serviceLevel,
    interval: [Math.max(0, serviceLevel - halfWidth), Math.min(1, serviceLevel + halfWidth)],
    abandonProbability: sum(days, 'abandoned') / offered,
  };
}

function sum(days: readonly DayCounts[], name: keyof DayCounts): number {
  return days.reduce((total, day) => total + day[name], 0);
}
