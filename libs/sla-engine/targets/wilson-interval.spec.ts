import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../value-of.fixture';
import { wilsonInterval } from './wilson-interval';

describe('semantics rule 19: the Wilson interval', () => {
  it.each([
    // Newcombe, Statistics in Medicine 17 (1998), table I: method 3.
    [81, 263, '0.95', 0.2553, 0.3662],
    [15, 148, '0.95', 0.0624, 0.1605],
    [0, 20, '0.95', 0, 0.1611],
    [1, 29, '0.95', 0.0061, 0.1718],
    [92, 100, '0.95', 0.85, 0.9589],
    [20, 20, '0.95', 0.8389, 1],
  ])('%i of %i at %s', (passes, n, confidence, lower, upper) => {
    const interval = valueOf(wilsonInterval(passes, n, confidence));
    expect(interval.lower.toNumber()).toBeCloseTo(lower, 4);
    expect(interval.upper.toNumber()).toBeCloseTo(upper, 4);
  });

  it('law: it holds the share, stays inside 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const passes = Math.round(n * part);
          const { lower, upper } = valueOf(wilsonInterval(passes, n, '0.95'));
          const mirrored = valueOf(wilsonInterval(n - passes, n, '0.95'));
          expect(lower.gte(0) && lower.lte(passes / n) && upper.gte(passes / n) && upper.lte(1)).toBe(true);
          expect(mirrored.upper.plus(lower).minus(1).abs().lt('1e-60')).toBe(true);
        },
      ),
      { seed: 19 },
    );
  });

  it.each([
    ['x', 1, '0.95', 'passes'],
    [1, 'x', '0.95', 'n'],
    [1, 2, 'x', 'confidence'],
  ])('refuses %s of %s at %s', (passes, n, confidence, path) => {
    expect(wilsonInterval(passes, n, confidence)).toMatchObject({
      problem: { code: 'decimal.malformed', path },
    });
  });
});
