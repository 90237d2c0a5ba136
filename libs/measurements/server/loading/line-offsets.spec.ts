import { describe, expect, it } from '@jest/globals';
import { lineOffsets } from './line-offsets';

describe('how far the lines of a row stand apart', () => {
  it.each([
    [
      'one below the other',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      [[0, 2]],
    ],
    [
      'measure after measure',
      [
        [20, 20],
        [0, 0],
        [10, 11],
      ],
      [
        [0, 0],
        [10, 11],
        [20, 20],
      ],
    ],
    [
      'one within the other',
      [
        [2, 9],
        [3, 4],
        [8, 12],
        [13, 13],
      ],
      [
        [0, 0],
        [2, 13],
      ],
    ],
    [
      'a measure without any amount',
      [
        [null, null],
        [4, 4],
      ],
      [
        [0, 0],
        [4, 4],
      ],
    ],
    ['nothing but the first line', [], [[0, 0]]],
  ] as const)('%s', (_, distances, expected) => {
    const asRead = distances.map(([least, most]) => [said(least), said(most)] as const);
    expect(lineOffsets(asRead)).toEqual(expected);
  });
});

/** As the database answers a bigint. */
const said = (distance: number | null) => (distance === null ? null : String(distance));
