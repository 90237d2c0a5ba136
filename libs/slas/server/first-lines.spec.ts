import { describe, expect, it } from '@jest/globals';
import { beginsIn, firstLines } from './first-lines';

const file = { of_cases: false, offsets: null, scattered: false };

describe('where the row of a line may begin', () => {
  it.each([
    ['on the line itself, in a file with a line a row', file, [[50, 50]]],
    ['anywhere, where nobody wrote down how far', { ...file, scattered: true }, [[1, 9007199254740991]]],
    ['above, where nobody wrote it down of a case', { ...file, of_cases: true }, [[1, 50]]],
    ['a little above', { ...file, scattered: true, offsets: [[0, 4]] }, [[46, 50]]],
    [
      'in one place a measure',
      {
        ...file,
        scattered: true,
        offsets: [
          [0, 0],
          [19, 20],
          [40, 40],
        ],
      },
      [
        [50, 50],
        [30, 31],
        [10, 10],
      ],
    ],
  ] as const)('%s', (_, of, expected) => {
    expect(firstLines(50, of)).toEqual(expected);
  });

  it('is said to the database range by range', () => {
    expect(beginsIn([[1, 2]], 5)).toBe('(line between $5 and $6)');
    expect(
      beginsIn(
        [
          [1, 2],
          [8, 9],
        ],
        5,
      ),
    ).toBe('(line between $5 and $6 or line between $7 and $8)');
  });
});
