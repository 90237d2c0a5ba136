import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { erlangB, nextErlangB } from './erlang-b';

describe('erlangB (rule 27)', () => {
  it.each([
    ['no agents block everybody', 10, 0, 1],
    ['one agent', 1, 1, 0.5],
    ['two agents, one erlang', 1, 2, 0.2],
    ['the published table: 10 erlangs, 18 trunks', 10, 18, 0.0071],
    ['no load', 0, 3, 0],
  ])('%s', (_, load, agents, blocked) => {
    expect(erlangB(load, agents)).toBeCloseTo(blocked, 4);
  });

  it('stays a share where factorials have long overflowed', () => {
    expect(erlangB(50_000, 50_000)).toBeCloseTo(Math.sqrt(2 / (Math.PI * 50_000)), 4);
    expect(erlangB(1, 100_000)).toBe(0);
  });

  it('one agent more follows from what fewer block', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (load, agents) => {
          expect(nextErlangB(load, agents, erlangB(load, agents - 1))).toBe(erlangB(load, agents));
        },
      ),
      { numRuns: 100, seed: 14 },
    );
  });
});
