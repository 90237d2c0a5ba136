import type { Trace, TraceStep } from '../trace';
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
  readonly trace: Trace;
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
  const answeredInTime = sum(days, 'answeredInTime');
  const abandoned = sum(days, 'abandoned');
  const waitedSeconds = sum(days, 'waitedSeconds');
  const asa = answered === 0 ? null : waitedSeconds / answered;
  const common = { runs, offered: offered / runs, confidence: 0.95, asa } as const;
  const counted: Trace = [
    planStep(plan, seed, runs),
    { rule: 'staffing.simulatedCalls', facts: { runs, offered, answered, answeredInTime, abandoned } },
  ];
  if (offered === 0) {
    const trace = [...counted, { rule: 'staffing.simulatedNoCalls', facts: {} }];
    return { ...common, serviceLevel: null, interval: null, abandonProbability: null, trace };
  }
  const serviceLevel = answeredInTime / offered;
  const squares = days.reduce(
    (total, day) => total + (day.answeredInTime - serviceLevel * day.offered) ** 2,
    0,
  );
  const quantile = studentQuantile(0.975, runs - 1);
  const halfWidth = (quantile * Math.sqrt((squares / (runs - 1)) * runs)) / offered;
  const [lower, upper] = [Math.max(0, serviceLevel - halfWidth), Math.min(1, serviceLevel + halfWidth)];
  const thresholdSeconds = plan.thresholdSeconds;
  return {
    ...common,
    serviceLevel,
    interval: [lower, upper],
    abandonProbability: abandoned / offered,
    trace: [
      ...counted,
      {
        rule: 'staffing.simulatedLevel',
        facts: { answeredInTime, offered, thresholdSeconds, serviceLevel },
      },
      {
        rule: 'staffing.simulatedInterval',
        facts: { serviceLevel, quantile, degrees: runs - 1, halfWidth, lower, upper, confidence: 0.95 },
      },
      ...(asa === null ? [] : [{ rule: 'staffing.simulatedAsa', facts: { waitedSeconds, answered, asa } }]),
    ],
  };
}

function planStep(plan: SimulatedPlan, seed: number, runs: number): TraceStep {
  return {
    rule: 'staffing.simulated',
    facts: {
      runs,
      seed,
      intervals: plan.intervals.length,
      intervalSeconds: plan.intervalSeconds,
      warmUpSeconds: plan.warmUpSeconds,
      distribution: plan.handleTime.kind,
      variation: plan.handleTime.kind === 'lognormal' ? plan.handleTime.variation : null,
      meanPatienceSeconds: plan.meanPatienceSeconds,
    },
  };
}

function sum(days: readonly DayCounts[], name: keyof DayCounts): number {
  return days.reduce((total, day) => total + day[name], 0);
}
