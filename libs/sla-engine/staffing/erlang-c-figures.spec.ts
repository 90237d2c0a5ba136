import { describe, expect, it } from '@jest/globals';
import { erlangCFigures } from './erlang-c-figures';

const load = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 };

describe('erlangCFigures: Erlang C from Erlang B (rule 27)', () => {
  it('B = 0.5 at 12 agents: 6 / (2 + 5) wait', () => {
    const waits = 6 / 7;
    expect(erlangCFigures(load, 12, 0.5)).toEqual({
      agents: 12,
      offeredErlangs: 10,
      stable: true,
      waitProbability: waits,
      serviceLevel: 1 - waits * Math.exp(-40 / 180),
      asa: (waits * 180) / 2,
      occupancy: 10 / 12,
    });
  });

  it.each([
    ['as many erlangs as agents', 10],
    ['fewer agents than erlangs', 3],
  ])('%s: no steady state', (_, agents) => {
    expect(erlangCFigures(load, agents, 0.5)).toEqual({
      agents,
      offeredErlangs: 10,
      stable: false,
      waitProbability: 1,
      serviceLevel: 0,
      asa: null,
      occupancy: 1,
    });
  });

  it('nobody calls, nobody there: nobody waits', () => {
    expect(erlangCFigures({ ...load, offeredErlangs: 0 }, 0, 1)).toEqual({
      agents: 0,
      offeredErlangs: 0,
      stable: true,
      waitProbability: 0,
      serviceLevel: 1,
      asa: 0,
      occupancy: 0,
    });
  });
});
