import { nextErlangB } from './erlang-b';
import { type ErlangC, erlangC } from './erlang-c';
import { erlangCFigures } from './erlang-c-figures';
import { requiredStep } from './required-step';
import type { StaffingLoad } from './staffing-load';

/**
 * The fewest agents whose Erlang C service level reaches the target, compared unrounded (semantics rule 15: 79.56 % is
 * not 80 %), with their figures; the trace ends with what one agent fewer gives.
 *
 * @param target share of calls answered within the threshold, at least 0 and below 1: no number of agents reaches 1
 */
export function requiredAgents(load: StaffingLoad, target: number): ErlangC {
  let blocked = 1;
  let withFewer: number | null = null;
  for (let agents = 0; ; agents++) {
    blocked = agents === 0 ? 1 : nextErlangB(load.offeredErlangs, agents, blocked);
    const { serviceLevel } = erlangCFigures(load, agents, blocked);
    if (serviceLevel >= target) {
      const figures = erlangC(load, agents);
      return { ...figures, trace: [...figures.trace, requiredStep(figures, target, withFewer)] };
    }
    withFewer = serviceLevel;
  }
}
