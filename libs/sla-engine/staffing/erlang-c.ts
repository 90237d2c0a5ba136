import { erlangB } from './erlang-b';
import type { StaffingFigures, StaffingLoad } from './staffing-load';

/**
 * Erlang C: Poisson arrivals, exponential handle times, everybody waits as long as it takes (semantics rule 27). With
 * as many erlangs as agents or more there is no steady state; the answer is then the limit the queue grows
 * towards (`stable: false`), never NaN or Infinity.
 *
 * @example erlangC({ offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 }, 14).serviceLevel // 0.888350
 */
export function erlangC(load: StaffingLoad, agents: number): StaffingFigures {
  return figuresFrom(load, agents, erlangB(load.offeredErlangs, agents));
}

/** Erlang C where Erlang B is known already, as in a search over agents. */
export function figuresFrom(load: StaffingLoad, agents: number, blocked: number): StaffingFigures {
  const { offeredErlangs, ahtSeconds, thresholdSeconds } = load;
  if (offeredErlangs === 0) {
    return {
      agents,
      offeredErlangs,
      stable: true,
      waitProbability: 0,
      serviceLevel: 1,
      asa: 0,
      occupancy: 0,
    };
  }
  const spare = agents - offeredErlangs;
  if (spare <= 0) {
    return {
      agents,
      offeredErlangs,
      stable: false,
      waitProbability: 1,
      serviceLevel: 0,
      asa: null,
      occupancy: 1,
    };
  }
  const waitProbability = (agents * blocked) / (spare + offeredErlangs * blocked);
  const asa = (waitProbability * ahtSeconds) / spare;
  return {
    agents,
    offeredErlangs,
    stable: true,
    waitProbability,
    serviceLevel: 1 - waitProbability * Math.exp((-spare * thresholdSeconds) / ahtSeconds),
    // A hair's breadth above the load the mean is beyond any number a reader could use.
    asa: Number.isFinite(asa) ? asa : null,
    occupancy: offeredErlangs / agents,
  };
}
