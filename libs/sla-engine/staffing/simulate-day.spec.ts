import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RandomStream } from './random-stream';
import { type SimulatedPlan, simulateDay } from './simulate-day';

/** Draws what a spec wrote down instead of random numbers, and keeps the means that were asked for. */
class Script {
  readonly means: number[] = [];

  constructor(private readonly drawn: number[]) {}

  exponential(mean: number): number {
    this.means.push(mean);
    const next = this.drawn.shift();
    if (next === undefined) {
      throw new Error(`a number with mean ${mean} too many`);
    }
    return next;
  }
}

/** A hundred seconds, one agent, half a minute a call. */
const plan: SimulatedPlan = {
  intervals: [{ calls: 4, agents: 1, ahtSeconds: 30 }],
  intervalSeconds: 100,
  warmUpSeconds: 0,
  thresholdSeconds: 25,
  handleTime: { kind: 'deterministic', variation: 1 },
  meanPatienceSeconds: null,
};
const beyond = 1000;

function simulated(more: Partial<SimulatedPlan>, drawn: readonly number[]) {
  const script = new Script([...drawn]);
  const counts = simulateDay({ ...plan, ...more }, script as unknown as RandomStream);
  return { counts, means: script.means };
}

describe('one simulated day, counted by hand', () => {
  it.each([
    [
      'first come, first served, and a wait of exactly the threshold is in time',
      {},
      [10, 5, 5, beyond], // served at 10, 40 and 70
      { offered: 3, answered: 3, answeredInTime: 2, abandoned: 0, waitedSeconds: 75 },
    ],
    [
      'who still waits at the end is served by the agents of the end',
      { intervalSeconds: 50 },
      [10, 5, 5, beyond],
      { offered: 3, answered: 3, answeredInTime: 2, abandoned: 0, waitedSeconds: 75 },
    ],
    [
      'a call at the very end of an interval belongs to none',
      {},
      [10, 90],
      { offered: 1, answered: 1, answeredInTime: 1, abandoned: 0, waitedSeconds: 0 },
    ],
    [
      'patience that ends when an agent is free has ended, one a moment longer has not',
      { meanPatienceSeconds: 60 },
      [10, beyond, 5, 25, 5, 20.5, beyond], // arrive at 10, 15 and 20; the agent is free at 40
      { offered: 3, answered: 2, answeredInTime: 2, abandoned: 1, waitedSeconds: 20 },
    ],
    [
      'agents come with their interval; a call lasts as long as those of the interval it came in',
      {
        intervals: [
          { calls: 4, agents: 1, ahtSeconds: 30 },
          { calls: 4, agents: 2, ahtSeconds: 60 },
        ],
        thresholdSeconds: 5,
      },
      [80, 10, beyond, 5, 20, beyond], // 80 to 110, 90 to 100 waiting and to 130, 105 to 110 and 170, 125 to 130
      { offered: 4, answered: 4, answeredInTime: 3, abandoned: 0, waitedSeconds: 20 },
    ],
    [
      'agents finish their call when their interval ends, and nobody follows',
      {
        intervals: [
          { calls: 4, agents: 2, ahtSeconds: 100 },
          { calls: 0, agents: 0, ahtSeconds: 10 },
        ],
      },
      [90, 5, 3, beyond],
      { offered: 3, answered: 2, answeredInTime: 2, abandoned: 0, waitedSeconds: 0 },
    ],
    [
      'who is left without agents gives up in the end',
      {
        intervals: [
          { calls: 4, agents: 2, ahtSeconds: 100 },
          { calls: 0, agents: 0, ahtSeconds: 10 },
        ],
        meanPatienceSeconds: 60,
      },
      [90, beyond, 5, beyond, 3, 50, beyond],
      { offered: 3, answered: 2, answeredInTime: 2, abandoned: 1, waitedSeconds: 0 },
    ],
    [
      'agents of the last interval alone take those who waited from before it',
      {
        intervals: [
          { calls: 4, agents: 0, ahtSeconds: 10 },
          { calls: 0, agents: 0, ahtSeconds: 10 },
          { calls: 0, agents: 2, ahtSeconds: 10 },
        ],
        thresholdSeconds: 150,
      },
      [10, 40, 30, beyond], // arrive at 10, 50 and 80; two are served at 200, one at 210
      { offered: 3, answered: 3, answeredInTime: 2, abandoned: 0, waitedSeconds: 470 },
    ],
    [
      'callers of the warm-up keep agents busy and are not counted',
      { warmUpSeconds: 50 },
      [40, 15, beyond], // from −10 to 20, then the caller of 5
      { offered: 1, answered: 1, answeredInTime: 1, abandoned: 0, waitedSeconds: 15 },
    ],
    [
      'counting begins with the first interval, its first moment included',
      { warmUpSeconds: 50 },
      [50, beyond],
      { offered: 1, answered: 1, answeredInTime: 1, abandoned: 0, waitedSeconds: 0 },
    ],
    [
      'callers of the warm-up who give up or wait are not counted either',
      { warmUpSeconds: 50, meanPatienceSeconds: 60 },
      [10, beyond, 10, 5, 10, beyond, beyond], // −40 to −10; −30 gives up at −25; −20 served at −10
      { offered: 0, answered: 0, answeredInTime: 0, abandoned: 0, waitedSeconds: 0 },
    ],
    [
      'callers of the warm-up who find no agent give up uncounted',
      { warmUpSeconds: 50, meanPatienceSeconds: 60, intervals: [{ calls: 4, agents: 0, ahtSeconds: 30 }] },
      [40, 20, 20, 20, beyond], // at −10 and at 10
      { offered: 1, answered: 0, answeredInTime: 0, abandoned: 1, waitedSeconds: 0 },
    ],
    [
      'nobody calls',
      { intervals: [{ calls: 0, agents: 1, ahtSeconds: 30 }] },
      [],
      { offered: 0, answered: 0, answeredInTime: 0, abandoned: 0, waitedSeconds: 0 },
    ],
  ])('%s', (_, more, drawn, counts) => {
    expect(simulated(more, drawn).counts).toEqual(counts);
  });

  it('draws gaps by the rate of the interval, begun anew at its start, and a patience for each caller', () => {
    const intervals = [
      { calls: 4, agents: 9, ahtSeconds: 30 },
      { calls: 20, agents: 9, ahtSeconds: 30 },
    ];
    const { means, counts } = simulated({ intervals, meanPatienceSeconds: 60 }, [99, 1, 1, 1, 1, beyond]);
    expect(means).toEqual([25, 60, 25, 5, 60, 5]);
    expect(counts.offered).toBe(2);
  });

  it('draws exponential handle times with the mean of the interval', () => {
    const { means, counts } = simulated({ handleTime: { kind: 'exponential', variation: 1 } }, [
      10,
      35, // the first call lasts until 45
      20,
      beyond, // the second arrives at 30; next gap
      5,
    ]);
    expect(means).toEqual([25, 30, 25, 25, 30]);
    expect(counts).toMatchObject({ offered: 2, waitedSeconds: 15 });
  });
});

describe('one simulated day, with random numbers', () => {
  const steady: SimulatedPlan = {
    ...plan,
    thresholdSeconds: 20,
    handleTime: { kind: 'exponential', variation: 1 },
  };

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
