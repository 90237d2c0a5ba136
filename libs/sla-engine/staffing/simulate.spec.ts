import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EarliestFirst } from './earliest-first';
import { erlangA } from './erlang-a';
import { erlangC } from './erlang-c';
import { type HandleTimeKind, drawHandleTime, handleTimeKinds } from './handle-time';
import { RandomStream } from './random-stream';
import { simulate } from './simulate';
import { type SimulatedPlan, simulateDay } from './simulate-day';

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

  it('agents come with their interval, and finish their call when theirs ends', () => {
    const late = {
      ...steady,
      intervals: [
        { calls: 40, agents: 0, ahtSeconds: 10 },
        { calls: 0, agents: 40, ahtSeconds: 10 },
      ],
      intervalSeconds: 100,
      thresholdSeconds: 100,
    };
    const counts = simulateDay(late, new RandomStream(1, 1));
    expect(counts.offered).toBeGreaterThan(20);
    expect(counts).toMatchObject({ answered: counts.offered, answeredInTime: counts.offered, abandoned: 0 });
    const going = {
      ...steady,
      intervals: [
        { calls: 40, agents: 40, ahtSeconds: 1000 },
        { calls: 40, agents: 0, ahtSeconds: 10 },
      ],
      intervalSeconds: 100,
      meanPatienceSeconds: 50,
    };
    const left = simulateDay(going, new RandomStream(1, 1));
    expect(left.answered + left.abandoned).toBe(left.offered);
    expect(left.abandoned).toBeGreaterThan(20);
  });

  it('counts every caller once, whoever comes and goes', () => {
    const interval = fc.record({
      calls: fc.integer({ min: 0, max: 60 }),
      agents: fc.integer({ min: 0, max: 8 }),
      ahtSeconds: fc.integer({ min: 1, max: 600 }),
    });
    fc.assert(
      fc.property(
        fc.array(interval, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(null, 20, 200),
        fc.nat(1000),
        (intervals, meanPatienceSeconds, seed) => {
          const plan = {
            ...steady,
            intervals,
            intervalSeconds: 600,
            warmUpSeconds: 500 * (seed % 3),
            meanPatienceSeconds,
          };
          const { offered, answered, abandoned, answeredInTime, waitedSeconds } = simulateDay(
            plan,
            new RandomStream(seed, 0),
          );
          const staffedAtTheEnd = (intervals.at(-1)?.agents ?? 0) > 0;
          expect(answered + abandoned).toBeLessThanOrEqual(offered);
          expect(answered + abandoned === offered || (!staffedAtTheEnd && meanPatienceSeconds === null)).toBe(
            true,
          );
          expect(answeredInTime).toBeLessThanOrEqual(answered);
          expect(waitedSeconds).toBeGreaterThanOrEqual(0);
          const unlimited = simulateDay(
            { ...plan, intervals: intervals.map((each) => ({ ...each, agents: 100 })) },
            new RandomStream(seed, 0),
          );
          expect(unlimited.waitedSeconds).toBeLessThanOrEqual(waitedSeconds + 1e-9);
        },
      ),
      { numRuns: 200, seed: 10 },
    );
  });
});

describe('what a simulation is made of', () => {
  it('random numbers are uniform, independent of the stream beside them, and the same everywhere', () => {
    const stream = new RandomStream(42, 0);
    const drawn = Array.from({ length: 20_000 }, () => stream.next());
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const neighbour = new RandomStream(42, 1);
    const product =
      drawn.reduce((sum, value) => sum + (value - 0.5) * (neighbour.next() - 0.5), 0) / drawn.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(product).toBeCloseTo(0, 2);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(new Set(drawn).size).toBe(20_000);
  });

  it.each(handleTimeKinds)('%s handle times have the mean asked for', (kind) => {
    const random = new RandomStream(5, 5);
    const drawn = Array.from({ length: 40_000 }, () => drawHandleTime({ kind, variation: 0.8 }, 180, random));
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const deviation = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length);
    expect(mean / 180).toBeCloseTo(1, 1);
    expect(deviation / 180).toBeCloseTo({ deterministic: 0, exponential: 1, lognormal: 0.8 }[kind], 1);
  });

  it('the earliest comes out first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        const heap = new EarliestFirst();
        values.forEach((value) => heap.push(value));
        expect(heap.size).toBe(values.length);
        expect(values.map(() => heap.pop())).toEqual(values.toSorted((a, b) => a - b));
        expect([heap.pop(), heap.peek()]).toEqual([Infinity, Infinity]);
      }),
      { numRuns: 100, seed: 11 },
    );
  });
});
