import { describe, expect, it } from '@jest/globals';
import { drawHandleTime } from './handle-time';
import type { RandomStream } from './random-stream';

/** Draws the mean times 2 where it is exponential, and a given number of deviations where it is normal. */
const drawing = (normal: number) =>
  ({ exponential: (mean: number) => 2 * mean, normal: () => normal }) as unknown as RandomStream;

describe('one handle time of mean 180', () => {
  it.each([
    ['deterministic', 0.8, 1, 180],
    ['exponential', 0.8, 1, 360],
    // The variance of the logarithm is ln(1 + variation²), and its mean that of 180 less half of it.
    ['lognormal', 1, 0, 180 / Math.SQRT2],
    ['lognormal', 1, 1, (180 / Math.SQRT2) * Math.exp(Math.sqrt(Math.LN2))],
    ['lognormal', 3, 0, 180 / Math.sqrt(10)],
    ['lognormal', 0, 1, 180],
  ] as const)('%s, variation %d, %d deviations up', (kind, variation, normal, seconds) => {
    expect(drawHandleTime({ kind, variation }, 180, drawing(normal))).toBeCloseTo(seconds, 9);
  });
});
