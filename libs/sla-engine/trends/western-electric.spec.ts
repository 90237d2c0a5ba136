import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../decimals';
import { westernElectric } from './western-electric';

/** Points given as their distance from the centre in sigmas. */
function signals(distances: readonly (number | null)[]): string[] {
  const points = distances.map((distance, index) =>
    distance === null
      ? null
      : { index, value: new Exact(distance), centre: new Exact(0), sigma: new Exact(1) },
  );
  return westernElectric(points).map(({ rule, side, points: places }) => `${rule} ${side} ${places.join()}`);
}

describe('westernElectric (rule 21)', () => {
  it.each([
    ['nothing', [0, 1, -1, 0.5], []],
    ['beyond a limit', [0, 3.01, 0, -3.01], ['beyondLimits above 1', 'beyondLimits below 3']],
    ['on the limit is not beyond it', [3, -3], []],
    ['two of three beyond two sigma', [2.1, 0, 2.1], ['twoOfThreeBeyondTwoSigma above 0,2']],
    ['not on one side', [2.1, 0, -2.1], []],
    ['two of four are too far apart', [2.1, 0, 0, 2.1], []],
    ['the completing point must be beyond', [2.1, 2.1, 0], ['twoOfThreeBeyondTwoSigma above 0,1']],
    [
      'four of five beyond one sigma',
      [-1.1, -1.1, 0, -1.1, -1.1],
      ['fourOfFiveBeyondOneSigma below 0,1,3,4'],
    ],
    ['four of six are too far apart', [-1.1, -1.1, 0, 0, -1.1, -1.1], []],
    ['eight on one side', [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2], ['eightOnOneSide above 0,1,2,3,4,5,6,7']],
    ['seven and the centre', [0.1, 0.2, 0.1, 0, 0.1, 0.2, 0.1, 0.2], []],
    ['a gap breaks a run', [2.1, null, 2.1], []],
    [
      'a gap within a run is no point of it',
      [2.1, 0, null, 2.1, 2.1],
      ['twoOfThreeBeyondTwoSigma above 3,4'],
    ],
    ['a gap before a run does not matter', [null, 2.1, 2.1], ['twoOfThreeBeyondTwoSigma above 1,2']],
  ])('%s', (_, distances, expected) => {
    expect(signals(distances)).toEqual(expected);
  });

  it('turned upside down, a series has the same signals on the other side', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: -4, max: 4, noNaN: true })), { maxLength: 20 }),
        (distances) => {
          const flipped = signals(distances.map((distance) => (distance === null ? null : -distance)));
          const swapped = flipped.map((text) =>
            text.includes('above') ? text.replace('above', 'below') : text.replace('below', 'above'),
          );
          expect(swapped.toSorted()).toEqual(signals(distances).toSorted());
        },
      ),
      { numRuns: 200, seed: 12 },
    );
  });
});
