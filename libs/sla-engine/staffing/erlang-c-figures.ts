import type { StaffingFigures, StaffingLoad } from './staffing-load';

/**
 * The figures of Erlang C where Erlang B is known already, as in a search over agents: `blocked` is that of `agents`
 * under this load. Without a steady state (as many erlangs as agents or more) they are the limit the queue grows towards.
 */
export function erlangCFigures(load: StaffingLoad, agents: number, blocked: number): StaffingFigures {
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
