import { erlangB } from './erlang-b';
import { answeredWithin, impatientQueue } from './impatient-queue';
import type { AbandonmentFigures, PatientLoad } from './staffing-load';

/** Figures of Erlang A, and the shares they were multiplied from. */
export interface AbandonmentWorking {
  readonly figures: AbandonmentFigures;
  /** Share of those who must wait that gives up. */
  readonly abandonedOfWaiting: number;
  /** Share of those answered after a wait that waited no longer than the threshold. */
  readonly inTimeOfAnswered: number;
}

const nobodyWaits = { abandonedOfWaiting: 0, inTimeOfAnswered: 0 };

/** The arithmetic of Erlang A for one number of agents, without its trace: a search over agents asks it often. */
export function erlangAFigures(load: PatientLoad, agents: number): AbandonmentWorking {
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
    return { figures: { agents, offeredErlangs, stable: true, ...calm }, ...nobodyWaits };
  }
  if (agents === 0) {
    const lost = { waitProbability: 1, serviceLevel: 0, asa: null, occupancy: 1, abandonProbability: 1 };
    return {
      figures: { agents, offeredErlangs, stable: true, ...lost, meanWait: meanPatienceSeconds },
      ...nobodyWaits,
      abandonedOfWaiting: 1,
    };
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
  const figures = {
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
  return { figures, abandonedOfWaiting: queue.abandoned, inTimeOfAnswered: inTime };
}
