import { describe, expect, it } from '@jest/globals';
import { toldAt } from './escalating';

const member = (position: number, reachableNow = true) => ({
  ...{ position, name: `m${position}`, personId: null, email: `m${position}@vendor.test` },
  ...{ language: 'en', reachableNow },
});
const told = (ladder: Parameters<typeof toldAt>[0], stage: 50 | 75 | 90 | 100, hours = false) =>
  toldAt(ladder, stage, hours).map(({ position }) => position);

describe('whom a stage tells', () => {
  const ladder = [1, 2, 3, 4, 5].map((position) => member(position));

  it.each([
    [50, [1]],
    [75, [1, 2]],
    [90, [1, 2, 3]],
    [100, [1, 2, 3, 4, 5]],
  ] as const)('at %s %: one more of the ladder, and all at the deadline', (stage, expected) => {
    expect(told(ladder, stage)).toEqual(expected);
  });

  it('asks for hours only where the policy says so', () => {
    const night = [member(1, false), member(2, false), member(3)];
    expect(told(night, 50)).toEqual([1]);
    expect(told(night, 50, true)).toEqual([3]);
    expect(told(night, 90, true)).toEqual([3]);
    expect(told([member(1, false), member(2), member(3)], 75, true)).toEqual([2]);
  });

  it('at the deadline tells everybody, whatever the hour; and nobody where there is nobody', () => {
    expect(told([member(1, false), member(2, false)], 100, true)).toEqual([1, 2]);
    expect(told([member(1, false)], 50, true)).toEqual([]);
    expect(told([], 100)).toEqual([]);
  });
});
