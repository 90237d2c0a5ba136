import { describe, expect, it } from '@jest/globals';
import { drawHandleTime, handleTimeKinds } from './handle-time';
import { RandomStream } from './random-stream';

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

  it.each(handleTimeKinds)('%s handle times have the mean asked for', (kind) => {
    const random = new RandomStream(5, 5);
    const drawn = Array.from({ length: 40_000 }, () => drawHandleTime({ kind, variation: 0.8 }, 180, random));
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const deviation = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length);
    expect(mean / 180).toBeCloseTo(1, 1);
    expect(deviation / 180).toBeCloseTo({ deterministic: 0, exponential: 1, lognormal: 0.8 }[kind], 1);
  });
});
