import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { erlangB } from './erlang-b';
import { erlangC } from './erlang-c';

const halfHour = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 };

describe('erlangC (rule 27)', () => {
  it('100 calls in half an hour at 180 s: 14 agents give 88.8 %, ASA 7.8 s', () => {
    const figures = erlangC(halfHour, 14);
    expect(figures.serviceLevel).toBeCloseTo(0.88835, 6);
    expect(figures.waitProbability).toBeCloseTo(0.174132, 6);
    expect(figures.asa).toBeCloseTo(7.836, 3);
    expect(figures.occupancy).toBeCloseTo(10 / 14, 12);
  });

  it('the load itself is in the answer, and one agent more than it is enough for a steady state', () => {
    expect(erlangC(halfHour, 11)).toMatchObject({ agents: 11, offeredErlangs: 10, stable: true });
    expect(erlangC({ ...halfHour, thresholdSeconds: 0 }, 14).serviceLevel).toBeCloseTo(1 - 0.174132, 6);
  });

  it('a mean wait beyond all numbers is none', () => {
    const hair = { offeredErlangs: 1 - 2 ** -53, ahtSeconds: 1e300, thresholdSeconds: 20 };
    expect(erlangC(hair, 1)).toMatchObject({ stable: true, asa: null });
  });

  it.each([
    ['as many erlangs as agents', 10, 10],
    ['fewer agents than erlangs', 10, 3],
    ['nobody there', 10, 0],
  ])('%s: the queue grows without end, and the answer says so', (_, offeredErlangs, agents) => {
    expect(erlangC({ ...halfHour, offeredErlangs }, agents)).toMatchObject({
      agents,
      offeredErlangs,
      stable: false,
      waitProbability: 1,
      serviceLevel: 0,
      asa: null,
      occupancy: 1,
    });
  });

  it('nobody calls: nobody waits', () => {
    const calm = { ...halfHour, offeredErlangs: 0 };
    expect(erlangC(calm, 0)).toMatchObject({ waitProbability: 0, serviceLevel: 1, asa: 0, occupancy: 0 });
  });

  it('more agents never do worse, and the figures stay in their ranges', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.integer({ min: 0, max: 600 }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (offeredErlangs, agents, thresholdSeconds) => {
          const load = { offeredErlangs, ahtSeconds: 240, thresholdSeconds };
          const [fewer, more] = [erlangC(load, agents), erlangC(load, agents + 1)];
          expect(more.serviceLevel).toBeGreaterThanOrEqual(fewer.serviceLevel);
          expect(more.waitProbability).toBeLessThanOrEqual(fewer.waitProbability);
          for (const share of [fewer.serviceLevel, fewer.waitProbability, fewer.occupancy]) {
            expect(share >= 0 && share <= 1).toBe(true);
          }
          expect(fewer.asa === null || Number.isFinite(fewer.asa)).toBe(true);
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });

  it('its trace goes from the load to the occupancy, with the numbers of each step', () => {
    const { trace, waitProbability, serviceLevel, asa, occupancy } = erlangC(halfHour, 14);
    const known = { offeredErlangs: 10, agents: 14 };
    const blocked = erlangB(10, 14);
    expect(trace).toEqual([
      { rule: 'staffing.load', facts: { ...halfHour, agents: 14 } },
      { rule: 'staffing.erlangB', facts: { ...known, blocked } },
      { rule: 'staffing.erlangC', facts: { ...known, blocked, waitProbability } },
      { rule: 'staffing.serviceLevel', facts: { ...halfHour, agents: 14, waitProbability, serviceLevel } },
      { rule: 'staffing.asa', facts: { ...known, ahtSeconds: 180, waitProbability, asa } },
      { rule: 'staffing.occupancy', facts: { ...known, answered: 1, occupancy } },
    ]);
  });

  it.each([
    ['nobody calls', 0, 3, { rule: 'staffing.noCalls', facts: {} }],
    ['no steady state', 10, 10, { rule: 'staffing.unstable', facts: { offeredErlangs: 10, agents: 10 } }],
  ])('%s: the trace says just that', (_, offeredErlangs, agents, step) => {
    const load = { ...halfHour, offeredErlangs };
    expect(erlangC(load, agents).trace).toEqual([
      { rule: 'staffing.load', facts: { ...load, agents } },
      step,
    ]);
  });
});
