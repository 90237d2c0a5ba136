import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { ops } from './ops';

function answer(op: string, input: object): unknown {
  const outcome = ops[op]?.(input);
  return outcome?.ok === true ? outcome.value : outcome?.problem;
}

const calls = { calls: 100, intervalSeconds: 1800, ahtSeconds: 180, thresholdSeconds: 20 };
const load = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 };
const near = (value: number) => expect.closeTo(value, 4);

describe('staffing operations of the engine as a command (rule 27)', () => {
  it.each([
    [
      'the example of engine-cli',
      { ...calls, agents: 14 },
      {
        agents: 14,
        stable: true,
        serviceLevel: near(0.88835),
        waitProbability: near(0.174132),
        asa: near(7.83595),
        occupancy: near(10 / 14),
      },
    ],
    [
      'the load in erlangs, half an hour and 20 s unless stated',
      { calls: 100, ahtSeconds: '180', agents: 14 },
      { serviceLevel: near(0.88835), offeredErlangs: 10 },
    ],
    [
      'the target of the example',
      { ...calls, target: 0.8 },
      { requiredAgents: 14, agents: 14, serviceLevel: near(0.88835) },
    ],
    [
      'a target as decimal string, with shrinkage',
      { ...load, target: '0.80', shrinkage: '0.30' },
      { requiredAgents: 14, scheduledAgents: 20 },
    ],
    [
      'shrinkage of given agents',
      { ...load, agents: 14, shrinkage: 0.3 },
      { agents: 14, scheduledAgents: 20 },
    ],
    [
      'agents and target',
      { ...load, agents: 13, target: 0.8 },
      { agents: 13, serviceLevel: near(0.7956), requiredAgents: 14 },
    ],
    [
      'an unstable queue has an answer',
      { ...load, agents: 10 },
      { stable: false, waitProbability: 1, serviceLevel: 0, asa: null, occupancy: 1 },
    ],
  ])('staffing.erlangC: %s', (_, input, expected) => {
    expect(answer('staffing.erlangC', input)).toMatchObject(expected);
  });

  it.each([
    [
      'agents',
      { ...load, agents: 10, meanPatienceSeconds: 180 },
      { agents: 10, serviceLevel: near(0.58698), abandonProbability: near(0.12511) },
    ],
    ['a target', { ...load, target: 0.8, meanPatienceSeconds: 180 }, { requiredAgents: 12 }],
    ['very patient callers', { ...load, target: 0.8, meanPatienceSeconds: 1e8 }, { requiredAgents: 14 }],
  ])('staffing.erlangA: %s', (_, input, expected) => {
    expect(answer('staffing.erlangA', input)).toMatchObject(expected);
  });

  it.each([
    [
      'intervals with their own agents',
      {
        intervals: [
          { calls: 50, agents: 8, ahtSeconds: 180 },
          { calls: 60, agents: 9, ahtSeconds: 200 },
        ],
        seed: 1,
        runs: 50,
      },
    ],
    ['intervals as plain numbers', { intervals: [50, '60'], agents: 8, ahtSeconds: 180, seed: 1 }],
    [
      'long tails and impatience',
      {
        intervals: [50],
        agents: 8,
        ahtSeconds: 180,
        seed: 1,
        distribution: 'lognormal',
        variation: 1.5,
        meanPatienceSeconds: 60,
      },
    ],
  ])('staffing.simulate: %s', (_, input) => {
    const figures = answer('staffing.simulate', input) as {
      serviceLevel: number;
      interval: [number, number];
    };
    expect(figures).toMatchObject({ seed: 1, confidence: 0.95 });
    expect(figures.interval[0]).toBeLessThan(figures.serviceLevel);
    expect(figures.interval[1]).toBeGreaterThan(figures.serviceLevel);
    expect(answer('staffing.simulate', input)).toEqual(figures);
  });

  it.each([
    ['no handle time', 'staffing.erlangC', { calls: 1, agents: 1 }, 'input.missing', 'ahtSeconds'],
    [
      'a handle time of 0',
      'staffing.erlangC',
      { ...load, ahtSeconds: 0, agents: 1 },
      'input.outOfRange',
      'ahtSeconds',
    ],
    ['no load', 'staffing.erlangC', { ahtSeconds: 1, agents: 1 }, 'input.missing', 'calls'],
    [
      'negative load',
      'staffing.erlangC',
      { ...load, offeredErlangs: -1, agents: 1 },
      'input.outOfRange',
      'offeredErlangs',
    ],
    [
      'a load beyond reason',
      'staffing.erlangC',
      { ...load, offeredErlangs: 1e6, agents: 1 },
      'staffing.tooLarge',
      'offeredErlangs',
    ],
    [
      'calls beyond reason',
      'staffing.erlangC',
      { ...calls, calls: 1e8, agents: 1 },
      'staffing.tooLarge',
      'calls',
    ],
    ['neither agents nor target', 'staffing.erlangC', load, 'input.missing', 'agents'],
    ['half an agent', 'staffing.erlangC', { ...load, agents: 1.5 }, 'input.notWhole', 'agents'],
    ['too many agents', 'staffing.erlangC', { ...load, agents: 1e6 }, 'input.outOfRange', 'agents'],
    [
      'a target in percent',
      'staffing.erlangC',
      { ...load, target: 80 },
      'staffing.targetOutOfRange',
      'target',
    ],
    [
      'a target nothing reaches',
      'staffing.erlangC',
      { ...load, target: 1 },
      'staffing.targetOutOfRange',
      'target',
    ],
    [
      'shrinkage of all',
      'staffing.erlangC',
      { ...load, agents: 1, shrinkage: 1 },
      'input.outOfRange',
      'shrinkage',
    ],
    [
      'an interval of no time',
      'staffing.erlangC',
      { ...calls, intervalSeconds: 0, agents: 1 },
      'input.outOfRange',
      'intervalSeconds',
    ],
    [
      'a threshold that is no number',
      'staffing.erlangC',
      { ...load, thresholdSeconds: 'x', agents: 1 },
      'decimal.malformed',
      'thresholdSeconds',
    ],
    ['no patience', 'staffing.erlangA', { ...load, agents: 1 }, 'input.missing', 'meanPatienceSeconds'],
    [
      'a queue beyond reason',
      'staffing.erlangA',
      { ...load, offeredErlangs: 1e5, agents: 1, meanPatienceSeconds: 1e9 },
      'staffing.tooLarge',
      'meanPatienceSeconds',
    ],
    ['no seed', 'staffing.simulate', { intervals: [5], agents: 1, ahtSeconds: 1 }, 'input.missing', 'seed'],
    ['no intervals', 'staffing.simulate', { intervals: [], seed: 1 }, 'staffing.noIntervals', 'intervals'],
    [
      'an interval that is null',
      'staffing.simulate',
      { intervals: [null], seed: 1 },
      'input.notAnObject',
      'intervals.0',
    ],
    [
      'an interval without agents',
      'staffing.simulate',
      { intervals: [{ calls: 5, ahtSeconds: 5 }], seed: 1 },
      'input.missing',
      'intervals.0.agents',
    ],
    [
      'half an agent in an interval',
      'staffing.simulate',
      { intervals: [{ calls: 5, agents: 1.5 }], agents: 1, ahtSeconds: 1, seed: 1 },
      'input.notWhole',
      'intervals.0.agents',
    ],
    [
      'half an agent for all intervals',
      'staffing.simulate',
      { intervals: [5], agents: 1.5, ahtSeconds: 1, seed: 1 },
      'input.notWhole',
      'agents',
    ],
    [
      'no handle time for all intervals',
      'staffing.simulate',
      { intervals: [5], agents: 1, ahtSeconds: 0, seed: 1 },
      'input.outOfRange',
      'ahtSeconds',
    ],
    [
      'one run',
      'staffing.simulate',
      { intervals: [5], agents: 1, ahtSeconds: 1, seed: 1, runs: 1 },
      'staffing.runs',
      'runs',
    ],
    [
      'too many calls',
      'staffing.simulate',
      { intervals: [1e8], agents: 1, ahtSeconds: 1, seed: 1 },
      'staffing.tooLarge',
      'runs',
    ],
    [
      'an unknown distribution',
      'staffing.simulate',
      { intervals: [5], agents: 1, ahtSeconds: 1, seed: 1, distribution: 'pareto' },
      'input.notAChoice',
      'distribution',
    ],
    ['no forecast', 'staffing.attribute', { ahtSeconds: 1 }, 'input.missing', 'forecastCalls'],
    [
      'volume beyond reason',
      'staffing.attribute',
      { ahtSeconds: 1e6, forecastCalls: 1e6 },
      'staffing.tooLarge',
      'forecastCalls',
    ],
  ])('refuses %s', (_, op, input, code, path) => {
    expect(answer(op, input)).toMatchObject({ code, detail: aSentence, path });
  });
});
