import { describe, expect, it } from '@jest/globals';
import { erlangA } from './erlang-a';
import { erlangC } from './erlang-c';
import type { HandleTimeKind } from './handle-time';
import { simulate } from './simulate';
import type { SimulatedPlan } from './simulate-day';

const exponential = { kind: 'exponential', variation: 1 } as const;

/** One very long interval, so that the empty start hardly counts. */
const steady: SimulatedPlan = {
  intervals: [{ calls: 10_000, agents: 14, ahtSeconds: 180 }],
  intervalSeconds: 180_000,
  warmUpSeconds: 0,
  thresholdSeconds: 20,
  handleTime: exponential,
  meanPatienceSeconds: null,
};

describe('simulate (rule 27)', () => {
  it('finds what Erlang C computes', () => {
    const figures = simulate(steady, 7, 20);
    const expected = erlangC({ offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 }, 14);
    expect(figures.interval?.[0]).toBeLessThan(expected.serviceLevel);
    expect(figures.interval?.[1]).toBeGreaterThan(expected.serviceLevel);
    expect((figures.interval?.[1] ?? 1) - (figures.interval?.[0] ?? 0)).toBeLessThan(0.02);
    expect(figures.asa).toBeCloseTo(expected.asa ?? NaN, 0);
    expect(figures.offered / 10_000).toBeCloseTo(1, 1);
  });

  it('finds what Erlang A computes, overloaded, too', () => {
    const figures = simulate(
      { ...steady, intervals: [{ calls: 10_000, agents: 9, ahtSeconds: 180 }], meanPatienceSeconds: 120 },
      8,
      20,
    );
    const load = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20, meanPatienceSeconds: 120 };
    const expected = erlangA(load, 9);
    expect(figures.serviceLevel).toBeCloseTo(expected.serviceLevel, 1);
    expect(figures.abandonProbability).toBeCloseTo(expected.abandonProbability, 2);
    expect((figures.asa ?? 0) / (expected.asa ?? 1)).toBeCloseTo(1, 1);
  });

  it('one half hour of a line that never closes finds what Erlang C computes; one that opens empty does better', () => {
    const halfHour = {
      ...steady,
      intervals: [{ calls: 100, agents: 14, ahtSeconds: 180 }],
      intervalSeconds: 1800,
    };
    const expected = erlangC({ offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 }, 14).serviceLevel;
    const [low = 1, high = 0] = simulate({ ...halfHour, warmUpSeconds: 3600 }, 7, 400).interval ?? [];
    expect([low < expected, expected < high]).toEqual([true, true]);
    expect(simulate(halfHour, 7, 400).interval?.[0]).toBeGreaterThan(expected);
  });

  it('the same seed gives the same figures, another seed others', () => {
    const short = {
      ...steady,
      intervals: [{ calls: 50, agents: 6, ahtSeconds: 180 }],
      intervalSeconds: 1800,
    };
    expect(simulate(short, 1, 10)).toEqual(simulate(short, 1, 10));
    expect(simulate(short, 2, 10)).not.toEqual(simulate(short, 1, 10));
    expect(simulate(short, 2 ** 40, 10)).not.toEqual(simulate(short, 0, 10));
  });

  it.each([
    [
      'deterministic',
      null,
      [116.25, 0.7139784946236559, 0.4994368598214234, 0.9285201294258885, 0, 18.80141687645855],
    ],
    ['exponential', null, [102.75, 0.9172749391727494, 0.771406901178859, 1, 0, 10.476419358372803]],
    ['lognormal', null, [112.75, 0.7560975609756098, 0.4692971068109508, 1, 0, 21.294632709340494]],
    ['lognormal', 60, [105, 0.8928571428571429, 0.7664409376976853, 1, 0.05, 2.8030941979551134]],
  ] as const)(
    'the figures of %s handle times, patience %p and seed 1 stay what they are',
    (kind, patience, expected) => {
      const plan: SimulatedPlan = {
        intervals: [
          { calls: 50, agents: 8, ahtSeconds: 180 },
          { calls: 60, agents: 9, ahtSeconds: 200 },
        ],
        intervalSeconds: 1800,
        warmUpSeconds: 3600,
        thresholdSeconds: 20,
        handleTime: { kind, variation: 1.5 },
        meanPatienceSeconds: patience,
      };
      const { offered, serviceLevel, interval, abandonProbability, asa, runs, confidence } = simulate(
        plan,
        1,
        4,
      );
      const found = [offered, serviceLevel, ...(interval ?? []), abandonProbability, asa];
      expect(found).toEqual(expected.map((figure) => expect.closeTo(figure, 9)));
      expect([runs, confidence]).toEqual([4, 0.95]);
    },
  );

  it('long tails of handle time hurt, even handle times help', () => {
    const level = (kind: HandleTimeKind) =>
      simulate(
        {
          ...steady,
          intervals: [{ calls: 10_000, agents: 12, ahtSeconds: 180 }],
          handleTime: { kind, variation: 2 },
        },
        9,
        5,
      ).serviceLevel ?? NaN;
    expect(level('deterministic')).toBeGreaterThan(level('exponential'));
    expect(level('exponential')).toBeGreaterThan(level('lognormal'));
  });

  it.each([
    [
      'nobody calls',
      [{ calls: 0, agents: 3, ahtSeconds: 180 }],
      null,
      { offered: 0, serviceLevel: null, interval: null, abandonProbability: null, asa: null },
    ],
    [
      'nobody answers, callers give up',
      [{ calls: 50, agents: 0, ahtSeconds: 180 }],
      60,
      { serviceLevel: 0, interval: [0, 0], abandonProbability: 1, asa: null },
    ],
    [
      'nobody answers, nobody gives up',
      [{ calls: 50, agents: 0, ahtSeconds: 180 }],
      null,
      { serviceLevel: 0, interval: [0, 0], abandonProbability: 0, asa: null },
    ],
    [
      'more agents than calls',
      [{ calls: 50, agents: 500, ahtSeconds: 180 }],
      null,
      { serviceLevel: 1, interval: [1, 1], abandonProbability: 0, asa: 0 },
    ],
  ])('%s', (_, intervals, meanPatienceSeconds, expected) => {
    expect(
      simulate({ ...steady, intervals, intervalSeconds: 1800, meanPatienceSeconds }, 3, 5),
    ).toMatchObject(expected);
  });

  it('its trace tells the plan, what was counted, and the arithmetic of level, interval and wait', () => {
    const plan: SimulatedPlan = {
      ...steady,
      intervals: [
        { calls: 50, agents: 6, ahtSeconds: 180 },
        { calls: 50, agents: 6, ahtSeconds: 180 },
      ],
      intervalSeconds: 1800,
      warmUpSeconds: 600,
      meanPatienceSeconds: 90,
      handleTime: { kind: 'lognormal', variation: 1.5 },
    };
    const { trace, serviceLevel, interval, asa, offered } = simulate(plan, 3, 5);
    const [told, counted, level, bounds, wait] = trace;
    expect(trace).toHaveLength(5);
    expect(told).toEqual({
      rule: 'staffing.simulated',
      facts: {
        runs: 5,
        seed: 3,
        intervals: 2,
        intervalSeconds: 1800,
        warmUpSeconds: 600,
        distribution: 'lognormal',
        variation: 1.5,
        meanPatienceSeconds: 90,
      },
    });
    const facts = counted?.facts as Record<string, number>;
    expect(counted).toMatchObject({
      rule: 'staffing.simulatedCalls',
      facts: { runs: 5, offered: offered * 5 },
    });
    expect((facts['answered'] ?? 0) + (facts['abandoned'] ?? 0)).toBe(facts['offered']);
    expect(level).toEqual({
      rule: 'staffing.simulatedLevel',
      facts: {
        answeredInTime: facts['answeredInTime'],
        offered: facts['offered'],
        thresholdSeconds: 20,
        serviceLevel,
      },
    });
    expect((facts['answeredInTime'] ?? 0) / (facts['offered'] ?? 1)).toBe(serviceLevel);
    expect(bounds).toEqual({
      rule: 'staffing.simulatedInterval',
      facts: {
        serviceLevel,
        quantile: expect.closeTo(2.776445, 5),
        degrees: 4,
        halfWidth: expect.closeTo((interval?.[1] ?? 0) - (serviceLevel ?? 0), 12),
        lower: interval?.[0],
        upper: interval?.[1],
        confidence: 0.95,
      },
    });
    expect(wait).toMatchObject({
      rule: 'staffing.simulatedAsa',
      facts: { answered: facts['answered'], asa },
    });
    const { waitedSeconds, answered } = wait?.facts as Record<string, number>;
    expect((waitedSeconds ?? 0) / (answered ?? 1)).toBe(asa);
  });

  it.each([
    ['nobody calls', 0, 3, ['staffing.simulatedNoCalls']],
    ['nobody answers', 50, 0, ['staffing.simulatedLevel', 'staffing.simulatedInterval']],
  ])('%s: the trace leaves out what there is not', (_, calls, agents, rules) => {
    const plan = { ...steady, intervals: [{ calls, agents, ahtSeconds: 180 }], intervalSeconds: 1800 };
    const { trace } = simulate(plan, 3, 5);
    expect(trace.map(({ rule }) => rule)).toEqual([
      'staffing.simulated',
      'staffing.simulatedCalls',
      ...rules,
    ]);
    expect(trace[0]?.facts['variation']).toBeNull();
  });
});
