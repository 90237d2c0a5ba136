import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalQuantile } from './normal-quantile';

describe('the quantile of the normal distribution', () => {
  // By inverting the error function to 20 digits: one or two of each stretch that is approximated on its own.
  it.each([
    [0.5, 0],
    [0.6, 0.2533471031357997],
    [0.8, 0.8416212335729143],
    [0.9, 1.2815515655446004],
    [0.925, 1.4395314709384563],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9999, 3.719016485455709],
    [0.0001, -3.719016485455709],
    [1e-9, -5.997807015007686],
    [1e-12, -7.034483825301131],
    [1e-15, -7.941345326170997],
    [1e-20, -9.262340089798409],
  ])('of %d is %d', (probability, quantile) => {
    expect(normalQuantile(probability)).toBeCloseTo(quantile, 12);
  });

  it('law: it is odd about the middle and rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0001, max: 0.4999, noNaN: true }), (probability) => {
        expect(normalQuantile(1 - probability)).toBeCloseTo(-normalQuantile(probability), 9);
        expect(normalQuantile(probability + 1e-6)).toBeGreaterThan(normalQuantile(probability));
      }),
      { seed: 16 },
    );
  });
});
