import { type Exact, writeExact } from '../decimals';
import type { Trace } from '../trace';
import { erlangAFigures } from './erlang-a-figures';
import { erlangB } from './erlang-b';
import { erlangCFigures } from './erlang-c-figures';

/** Forecast and plan of an interval against what came and who was there. */
export interface IntervalReview {
  readonly forecastCalls: Exact;
  readonly actualCalls: Exact;
  readonly plannedAgents: number;
  readonly actualAgents: number;
  readonly intervalSeconds: number;
  readonly ahtSeconds: number;
  readonly thresholdSeconds: number;
  readonly meanPatienceSeconds: number | null;
  /** Share of the forecast by which volume may exceed it and still be the vendor's to handle. */
  readonly forecastBand: Exact;
  /** Agreed service level, below 1. */
  readonly target: number;
}

/**
 * Whose miss it was (semantics rule 28): `insurer` when only the volume went beyond the agreed forecast band, `vendor`
 * when only the staffing stayed under plan, `both` or `neither`, in which case neither explains the miss.
 */
export type MissOwner = 'insurer' | 'vendor' | 'both' | 'neither';

export interface MissAttribution {
  readonly owner: MissOwner;
  readonly volumeBeyondForecast: boolean;
  readonly staffingUnderPlan: boolean;
  /** Expected service levels, so that "both" can be weighed: what each side's deviation alone would have cost. */
  readonly expected: {
    readonly asAgreed: number;
    readonly withActualVolume: number;
    readonly withActualStaffing: number;
    readonly asItWas: number;
  };
  /** Whether the plan would have reached the target at the forecast volume; a plan that could not is the vendor's. */
  readonly planReachesTarget: boolean;
  readonly trace: Trace;
}

/**
 * Attributes an interval's miss to forecast or staffing (semantics rule 28). Volume is beyond forecast when actual >
 * forecast × (1 + band), compared exactly; a plan that could not reach the target even at forecast counts as
 * staffing.
 */
export function attributeMiss(review: IntervalReview): MissAttribution {
  const limit = review.forecastCalls.times(review.forecastBand.plus(1));
  const [planned, came] = [review.forecastCalls.toNumber(), review.actualCalls.toNumber()];
  const expected = {
    asAgreed: serviceLevel(review, planned, review.plannedAgents),
    withActualVolume: serviceLevel(review, came, review.plannedAgents),
    withActualStaffing: serviceLevel(review, planned, review.actualAgents),
    asItWas: serviceLevel(review, came, review.actualAgents),
  };
  const planReachesTarget = expected.asAgreed >= review.target;
  const volumeBeyondForecast = review.actualCalls.greaterThan(limit);
  const staffingUnderPlan = review.actualAgents < review.plannedAgents || !planReachesTarget;
  const owner = ownerOf(volumeBeyondForecast, staffingUnderPlan);
  const facts = {
    forecastCalls: writeExact(review.forecastCalls),
    actualCalls: writeExact(review.actualCalls),
    limitCalls: writeExact(limit),
    plannedAgents: review.plannedAgents,
    actualAgents: review.actualAgents,
  };
  return {
    owner,
    volumeBeyondForecast,
    staffingUnderPlan,
    expected,
    planReachesTarget,
    trace: [
      { rule: 'staffing.compared', facts },
      { rule: 'staffing.expected', facts: { ...expected, target: review.target, planReachesTarget } },
      ...(planReachesTarget
        ? []
        : [
            {
              rule: 'staffing.planFallsShort',
              facts: {
                plannedAgents: review.plannedAgents,
                asAgreed: expected.asAgreed,
                target: review.target,
              },
            },
          ]),
      { rule: 'staffing.attributed', facts: { owner, volumeBeyondForecast, staffingUnderPlan } },
    ],
  };
}

function ownerOf(volumeBeyondForecast: boolean, staffingUnderPlan: boolean): MissOwner {
  if (volumeBeyondForecast) {
    return staffingUnderPlan ? 'both' : 'insurer';
  }
  return staffingUnderPlan ? 'vendor' : 'neither';
}

function serviceLevel(review: IntervalReview, calls: number, agents: number): number {
  const { ahtSeconds, thresholdSeconds, intervalSeconds, meanPatienceSeconds } = review;
  const load = { offeredErlangs: (calls * ahtSeconds) / intervalSeconds, ahtSeconds, thresholdSeconds };
  if (meanPatienceSeconds === null) {
    return erlangCFigures(load, agents, erlangB(load.offeredErlangs, agents)).serviceLevel;
  }
  return erlangAFigures({ ...load, meanPatienceSeconds }, agents).figures.serviceLevel;
}
