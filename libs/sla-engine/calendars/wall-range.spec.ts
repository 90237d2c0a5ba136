import { describe, expect, it } from '@jest/globals';
import { formatWallTime, mergeRanges, parseWallTime, shiftRanges, subtractRanges } from './wall-range';

const range = (from: number, to: number) => ({ from, to });

describe('wall time and ranges', () => {
  it.each([
    ['00:00', 0],
    ['09:30', 34_200],
    ['23:59:59', 86_399],
    ['24:00', 86_400],
    ['30:00', 108_000],
    ['48:00', 172_800],
  ])('%s reads and writes', (text, seconds) => {
    expect(parseWallTime(text)).toBe(seconds);
    expect(formatWallTime(seconds)).toBe(text);
  });

  it.each([
    '9:00',
    '09:60',
    '09:00:60',
    '48:00:01',
    '0900',
    '09.00',
    '09:00.00',
    '09-00:00',
    '09:00 ',
    'o9:00',
    '09:o0',
    '09:00:o0',
    '009:00',
    '09:000',
    'noon',
    '',
  ])('%j is no time', (text) => {
    expect(parseWallTime(text)).toBeUndefined();
  });

  it.each([
    ['overlapping and touching ranges become one', [range(5, 7), range(0, 3), range(2, 5)], [range(0, 7)]],
    ['one inside another', [range(0, 9), range(2, 3)], [range(0, 9)]],
    ['apart', [range(4, 5), range(0, 3)], [range(0, 3), range(4, 5)]],
  ])('merge: %s', (_, ranges, merged) => {
    expect(mergeRanges(ranges)).toEqual(merged);
  });

  it.each([
    ['a hole in the middle', [range(0, 9)], [range(3, 4)], [range(0, 3), range(4, 9)]],
    ['a hole over the start', [range(2, 9)], [range(0, 4)], [range(4, 9)]],
    ['a hole over the end', [range(2, 9)], [range(8, 12)], [range(2, 8)]],
    ['a hole over all', [range(2, 9)], [range(2, 9)], []],
    ['no overlap', [range(2, 9)], [range(9, 12), range(0, 2)], [range(2, 9)]],
    [
      'two holes, two ranges',
      [range(0, 4), range(5, 9)],
      [range(3, 6), range(7, 8)],
      [range(0, 3), range(6, 7), range(8, 9)],
    ],
  ])('subtract: %s', (_, ranges, removed, left) => {
    expect(subtractRanges(ranges, removed)).toEqual(left);
  });

  it('shift cuts to the day', () => {
    expect(shiftRanges([range(1, 3), range(8, 12)], -2, 9)).toEqual([range(0, 1), range(6, 9)]);
    expect(shiftRanges([range(1, 2)], -2, 9)).toEqual([]);
  });
});
