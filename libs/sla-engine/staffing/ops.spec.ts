import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import type { TraceStep } from '../trace';
import { ops } from './ops';

type WithTrace = { readonly trace: readonly TraceStep[] };

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

  const one = { intervals: [{ calls: 5, agents: 1, ahtSeconds: 1 }], seed: 1 };
  const review = { ahtSeconds: 1, forecastCalls: 1, actualCalls: 1, plannedAgents: 1, actualAgents: 1 };

  it.each([
    ['the shortest handle time', 'staffing.erlangC', { ...load, ahtSeconds: 1e-6, agents: 11 }],
    ['the longest', 'staffing.erlangC', { ...load, ahtSeconds: 1e9, agents: 11 }],
    ['a threshold of nothing', 'staffing.erlangC', { ...load, thresholdSeconds: 0, agents: 11 }],
    ['a threshold without end', 'staffing.erlangC', { ...load, thresholdSeconds: 1e9, agents: 11 }],
    [
      'the largest load, and agents',
      'staffing.erlangC',
      { ...load, offeredErlangs: 100_000, agents: 100_000 },
    ],
    ['no agents', 'staffing.erlangC', { ...load, agents: 0 }],
    ['a target of nothing', 'staffing.erlangC', { ...load, target: 0 }],
    ['no shrinkage', 'staffing.erlangC', { ...load, agents: 11, shrinkage: 0 }],
    ['two runs', 'staffing.simulate', { ...one, runs: 2 }],
    [
      'ten thousand runs',
      'staffing.simulate',
      { ...one, intervals: [{ calls: 0, agents: 1, ahtSeconds: 1 }], runs: 10_000 },
    ],
    ['a forecast of nothing', 'staffing.attribute', { ...review, forecastCalls: 0 }],
  ])('takes %s', (_, op, input) => {
    expect(ops[op]?.(input)).toMatchObject({ ok: true });
  });

  it.each([
    [
      'a handle time below',
      { ...load, ahtSeconds: 0.99e-6, agents: 1 },
      'ahtSeconds',
      'Expected a number above 0.',
    ],
    [
      'a handle time above',
      { ...load, ahtSeconds: 1e9 + 1, agents: 1 },
      'ahtSeconds',
      'Expected a number from 0 to 1e9.',
    ],
    [
      'a load above',
      { ...load, offeredErlangs: 100_000.5, agents: 1 },
      'offeredErlangs',
      'At most 100000 erlangs.',
    ],
    ['agents above', { ...load, agents: 100_001 }, 'agents', 'Expected 0 to 100000 agents.'],
    ['agents below', { ...load, agents: -1 }, 'agents', 'Expected 0 to 100000 agents.'],
    [
      'a target below',
      { ...load, target: -0.01 },
      'target',
      'A target is a share of at least 0 and below 1, such as 0.80.',
    ],
    [
      'shrinkage below',
      { ...load, agents: 1, shrinkage: -0.01 },
      'shrinkage',
      'Expected a share of at least 0 and below 1, such as 0.30.',
    ],
    ['neither agents nor target', load, 'agents', 'Either "agents" or "target" is required.'],
  ])('says of %s what it may be', (_, input, path, detail) => {
    expect(answer('staffing.erlangC', input)).toMatchObject({ path, detail });
  });

  it.each([
    [
      'runs beyond',
      'staffing.simulate',
      { ...one, runs: 10_001 },
      'runs',
      'From 2 to 10000 runs: one alone has no interval.',
    ],
    [
      'calls in all runs, those of the warm-up included',
      'staffing.simulate',
      { ...one, intervals: [{ calls: 900_000, agents: 1, ahtSeconds: 1 }], runs: 2 },
      'runs',
      'At most 5000000 calls in all runs together.',
    ],
    [
      'intervals in all runs',
      'staffing.simulate',
      {
        ...one,
        intervals: Array.from({ length: 501 }, () => ({ calls: 0, agents: 1, ahtSeconds: 1 })),
        runs: 10_000,
      },
      'runs',
      'At most 5000000 calls in all runs together.',
    ],
    [
      'no intervals',
      'staffing.simulate',
      { ...one, intervals: [] },
      'intervals',
      'At least one interval is needed.',
    ],
    [
      'a queue',
      'staffing.erlangA',
      { ...load, offeredErlangs: 1e5, agents: 1, meanPatienceSeconds: 1e9 },
      'meanPatienceSeconds',
      'Callers so many and so patient make a queue too long to compute.',
    ],
    [
      'a queue that no target asks to serve',
      'staffing.erlangA',
      { ...load, offeredErlangs: 1e5, target: 0.5, meanPatienceSeconds: 1e8 },
      'meanPatienceSeconds',
      'Callers so many and so patient make a queue too long to compute.',
    ],
    [
      'actual volume',
      'staffing.attribute',
      { ...review, actualCalls: 1.8e8 + 1800 },
      'actualCalls',
      'At most 100000 erlangs.',
    ],
  ])('says of too many %s how many there may be', (_, op, input, path, detail) => {
    expect(answer(op, input)).toMatchObject({ code: expect.stringMatching(/^staffing\./), path, detail });
  });

  it('a queue is as long as its load less those whom the target or the agents serve', () => {
    const long = { ahtSeconds: 180, thresholdSeconds: 20, offeredErlangs: 1000, meanPatienceSeconds: 1e7 };
    expect(ops['staffing.erlangA']?.({ ...long, agents: 1000 })).toMatchObject({ ok: true });
    expect(ops['staffing.erlangA']?.({ ...long, target: 0.999 })).toMatchObject({ ok: true });
    expect(ops['staffing.erlangA']?.({ ...long, agents: 600 })).toMatchObject({ ok: false });
    expect(ops['staffing.erlangA']?.({ ...long, target: 0.6 })).toMatchObject({ ok: false });
  });

  it('what a simulation does not say is half an hour, 20 s, an hour of warm-up, a hundred runs, exponential', () => {
    const short = { intervals: [5], agents: 1, ahtSeconds: 180, seed: 4 };
    const said = {
      intervalSeconds: 1800,
      thresholdSeconds: 20,
      warmUpSeconds: 3600,
      distribution: 'exponential',
      runs: 100,
    };
    expect(answer('staffing.simulate', short)).toMatchObject({ seed: 4, runs: 100 });
    expect(answer('staffing.simulate', short)).toEqual(answer('staffing.simulate', { ...short, ...said }));
    for (const other of [
      { intervalSeconds: 900 },
      { thresholdSeconds: 30 },
      { warmUpSeconds: 0 },
      { distribution: 'deterministic' },
      { meanPatienceSeconds: 60 },
    ]) {
      expect(answer('staffing.simulate', { ...short, ...other })).not.toEqual(
        answer('staffing.simulate', short),
      );
    }
    const lognormal = { ...short, distribution: 'lognormal' };
    expect(answer('staffing.simulate', lognormal)).toEqual(
      answer('staffing.simulate', { ...lognormal, variation: 1 }),
    );
  });

  it('an interval’s own agents and handle time come before those of the request', () => {
    const own = { calls: 20, agents: 3, ahtSeconds: 180 };
    const expected = answer('staffing.simulate', { intervals: [own], seed: 4 });
    expect(answer('staffing.simulate', { intervals: [own], agents: 1, ahtSeconds: 1, seed: 4 })).toEqual(
      expected,
    );
    expect(
      answer('staffing.simulate', { intervals: [{ calls: 20 }], agents: 3, ahtSeconds: 180, seed: 4 }),
    ).toEqual(expected);
  });

  it('figures for a target alone are those of the agents it needs, and their trace says why so many', () => {
    const { trace, ...figures } = answer('staffing.erlangC', { ...load, target: 0.8 }) as WithTrace;
    const { trace: ofAgents, ...expected } = answer('staffing.erlangC', { ...load, agents: 14 }) as WithTrace;
    expect(figures).toEqual({ ...expected, requiredAgents: 14 });
    expect(figures).not.toHaveProperty('scheduledAgents');
    expect(expected).not.toHaveProperty('requiredAgents');
    expect(trace.slice(0, -1)).toEqual(ofAgents);
    expect(trace.at(-1)).toMatchObject({ rule: 'staffing.required', facts: { agents: 14, fewer: 13 } });
  });

  it('with agents and a target the trace has both, then the roster', () => {
    const asked = { ...load, agents: 13, target: 0.8, shrinkage: '0.30', meanPatienceSeconds: 1e8 };
    for (const op of ['staffing.erlangC', 'staffing.erlangA']) {
      const { trace } = answer(op, asked) as WithTrace;
      expect(
        trace.filter(({ rule }) => rule === 'staffing.load').map(({ facts }) => facts['agents']),
      ).toEqual([13, 14]);
      expect(trace.slice(-2)).toMatchObject([
        { rule: 'staffing.required', facts: { agents: 14 } },
        { rule: 'staffing.scheduled', facts: { agents: 14, shrinkage: '0.3', scheduled: 20 } },
      ]);
    }
  });

  it('a simulation answers its trace, with the seed', () => {
    const { trace } = answer('staffing.simulate', { ...one, seed: 9 }) as WithTrace;
    expect(trace[0]).toMatchObject({ rule: 'staffing.simulated', facts: { seed: 9, runs: 100 } });
  });

  it('what an attribution does not say is half an hour, 20 s, a band of 10 % and 80 %', () => {
    const asked = {
      ahtSeconds: 180,
      forecastCalls: 100,
      actualCalls: 105,
      plannedAgents: 14,
      actualAgents: 13,
    };
    const said = { intervalSeconds: 1800, thresholdSeconds: 20, forecastBand: '0.10', target: '0.8' };
    const unsaid = answer('staffing.attribute', asked);
    expect(answer('staffing.attribute', { ...asked, ...said })).toEqual(unsaid);
    for (const other of [
      { intervalSeconds: 900 },
      { thresholdSeconds: 30 },
      { forecastBand: 0 },
      { target: 0.7 },
    ]) {
      expect(answer('staffing.attribute', { ...asked, ...other })).not.toEqual(unsaid);
    }
  });
});
