import type { Trace } from '../trace';
import { type AbandonmentWorking, erlangAFigures } from './erlang-a-figures';
import { loadStep } from './load-step';
import type { AbandonmentFigures, PatientLoad } from './staffing-load';

export interface ErlangA extends AbandonmentFigures {
  readonly trace: Trace;
}

/**
 * Erlang A (M/M/n+M): as Erlang C, but callers give up after an exponential patience, so every load has a steady
 * state. Service level is answered within the threshold over all offered (engine-cli); `asa` is the mean wait of those
 * answered, `meanWait` that of all.
 *
 * @example erlangA({ offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20, meanPatienceSeconds: 180 }, 10)
 */
export function erlangA(load: PatientLoad, agents: number): ErlangA {
  const working = erlangAFigures(load, agents);
  const { meanPatienceSeconds } = load;
  return {
    ...working.figures,
    trace: [
      loadStep(load, agents),
      { rule: 'staffing.patience', facts: { meanPatienceSeconds } },
      ...workingOf(load, working),
    ],
  };
}

function workingOf(load: PatientLoad, working: AbandonmentWorking): Trace {
  const { figures, abandonedOfWaiting, inTimeOfAnswered } = working;
  const { agents, offeredErlangs, waitProbability, abandonProbability, serviceLevel } = figures;
  if (offeredErlangs === 0) {
    return [{ rule: 'staffing.noCalls', facts: {} }];
  }
  if (agents === 0) {
    return [{ rule: 'staffing.nobodyThere', facts: { meanWait: figures.meanWait } }];
  }
  return [
    { rule: 'staffing.erlangA', facts: { offeredErlangs, agents, waitProbability } },
    { rule: 'staffing.abandonment', facts: { waitProbability, abandonedOfWaiting, abandonProbability } },
    {
      rule: 'staffing.serviceLevelOfAll',
      facts: {
        waitProbability,
        answeredOfWaiting: 1 - abandonedOfWaiting,
        inTimeOfAnswered,
        thresholdSeconds: load.thresholdSeconds,
        serviceLevel,
      },
    },
    { rule: 'staffing.waits', facts: { asa: figures.asa, meanWait: figures.meanWait } },
    {
      rule: 'staffing.occupancy',
      facts: { offeredErlangs, answered: 1 - abandonProbability, agents, occupancy: figures.occupancy },
    },
  ];
}
