import { erlangB } from './erlang-b';
import { answeredWithin, impatientQueue } from './impatient-queue';
import type { StaffingFigures, StaffingLoad } from './staffing-load';

export interface PatientLoad extends StaffingLoad {
  /** Mean seconds a caller waits before giving up; exponential. */
  readonly meanPatienceSeconds: number;
}

export interface AbandonmentFigures extends StaffingFigures {
  readonly abandonProbability: number;
  /** Mean seconds waited by all offered, those who gave up included. */
  readonly meanWait: number;
}

/**
 * Erlang A (M/M/n+M): as Erlang C, but callers give up after an exponential patience, so every load has a steady
 * state. Service level is answered within the threshold over all offered (engine-cli); `asa` is the mean wait of those
 * answered, `meanWait` that of all.
 *
 * @example erlangA({ offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20, meanPatienceSeconds: 180 }, 10)
 */
export function erlangA(load: PatientLoad, agents: number): AbandonmentFigures {
  const { offeredErlangs, ahtSeconds, thresholdSeconds, meanPatienceSeconds } = load;
  if (offeredErlangs === 0) {
    const calm = {
      waitProbability: 0,
      serviceLevel: 1,
      asa: 0,
      occupancy: 0,
      abandonProbability: 0,
      meanWait: 0,
    };
    return { agents, offeredErlangs, stable: true, ...calm };
  }
  if (agents === 0) {
    const lost = { waitProbability: 1, serviceLevel: 0, asa: null, occupancy: 1, abandonProbability: 1 };
    return { agents, offeredErlangs, stable: true, ...lost, meanWait: meanPatienceSeconds };
  }
  const patienceInAht = meanPatienceSeconds / ahtSeconds;
  const service = agents * patienceInAht;
  const arrivals = offeredErlangs * patienceInAht;
  const queue = impatientQueue(service, arrivals);
  // Weight of the states with an agent free, where the one with all busy and nobody waiting weighs 1.
  const free = 1 / erlangB(offeredErlangs, agents) - 1;
  const waitProbability = Number.isFinite(free)
    ? queue.weight / (free * Math.exp(-queue.exponent) + queue.weight)
    : 0;
  const abandonProbability = waitProbability * queue.abandoned;
  const inTime = answeredWithin(service, arrivals, thresholdSeconds / meanPatienceSeconds);
  const answeredLater = waitProbability * (1 - queue.abandoned) * inTime;
  const answered = 1 - abandonProbability;
  return {
    agents,
    offeredErlangs,
    stable: true,
    waitProbability,
    serviceLevel: Math.min(1, 1 - waitProbability + answeredLater),
    asa: answered > 0 ? (waitProbability * queue.answeredWait * meanPatienceSeconds) / answered : null,
    occupancy: Math.min(1, (offeredErlangs * answered) / agents),
    abandonProbability,
    meanWait: abandonProbability * meanPatienceSeconds,
  };
}
