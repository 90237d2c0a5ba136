import { nextErlangB } from './erlang-b';
import { type AbandonmentFigures, type PatientLoad, erlangA } from './erlang-a';
import { figuresFrom } from './erlang-c';
import type { StaffingFigures, StaffingLoad } from './staffing-load';

/**
 * The fewest agents whose Erlang C service level reaches the target, compared unrounded (semantics rule 15: 79.56 % is
 * not 80 %), with their figures.
 *
 * @param target share of calls answered within the threshold, at least 0 and below 1: no number of agents reaches 1
 */
export function requiredAgents(load: StaffingLoad, target: number): StaffingFigures {
  let blocked = 1;
  for (let agents = 0; ; agents++) {
    blocked = agents === 0 ? 1 : nextErlangB(load.offeredErlangs, agents, blocked);
    const figures = figuresFrom(load, agents, blocked);
    if (figures.serviceLevel >= target) {
      return figures;
    }
  }
}

/**
 * The fewest agents whose Erlang A service level over all offered reaches the target. Whoever answers that share in time
 * answers at least that share, so agents × 1 ≥ load × target bounds the search from below.
 */
export function requiredAgentsWithPatience(load: PatientLoad, target: number): AbandonmentFigures {
  const reaches = (agents: number) => erlangA(load, agents).serviceLevel >= target;
  let tooFew = Math.ceil(load.offeredErlangs * target) - 1;
  let enough = Math.max(0, tooFew + 1);
  for (let step = 1; !reaches(enough); step *= 2) {
    tooFew = enough;
    enough += step;
  }
  // More agents never lower the service level, so the first that reaches it is found by halving.
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (reaches(middle)) {
      enough = middle;
    } else {
      tooFew = middle;
    }
  }
  return erlangA(load, enough);
}
