import type { Trace } from '../trace';
import { erlangB } from './erlang-b';
import { erlangCFigures } from './erlang-c-figures';
import { loadStep } from './load-step';
import type { StaffingFigures, StaffingLoad } from './staffing-load';

export interface ErlangC extends StaffingFigures {
  readonly trace: Trace;
}

/**
 * Erlang C: Poisson arrivals, exponential handle times, everybody waits as long as it takes (semantics rule 27). With
 * as many erlangs as agents or more there is no steady state; the answer is then the limit the queue grows
 * towards (`stable: false`), never NaN or Infinity.
 *
 * @example erlangC({ offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 }, 14).serviceLevel // 0.888350
 */
export function erlangC(load: StaffingLoad, agents: number): ErlangC {
  const blocked = erlangB(load.offeredErlangs, agents);
  const figures = erlangCFigures(load, agents, blocked);
  return { ...figures, trace: [loadStep(load, agents), ...workingOf(load, figures, blocked)] };
}

function workingOf(load: StaffingLoad, figures: StaffingFigures, blocked: number): Trace {
  const { agents, offeredErlangs, waitProbability, serviceLevel, asa, occupancy } = figures;
  const { ahtSeconds, thresholdSeconds } = load;
  if (offeredErlangs === 0) {
    return [{ rule: 'staffing.noCalls', facts: {} }];
  }
  if (!figures.stable) {
    return [{ rule: 'staffing.unstable', facts: { offeredErlangs, agents } }];
  }
  return [
    { rule: 'staffing.erlangB', facts: { offeredErlangs, agents, blocked } },
    { rule: 'staffing.erlangC', facts: { offeredErlangs, agents, blocked, waitProbability } },
    {
      rule: 'staffing.serviceLevel',
      facts: { waitProbability, agents, offeredErlangs, thresholdSeconds, ahtSeconds, serviceLevel },
    },
    { rule: 'staffing.asa', facts: { waitProbability, ahtSeconds, agents, offeredErlangs, asa } },
    { rule: 'staffing.occupancy', facts: { offeredErlangs, answered: 1, agents, occupancy } },
  ];
}
