import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../value-of.fixture';
import { type Comparator, comparators } from './target';
import { verdict } from './verdict';

const seeded = { seed: 16, numRuns: 300 };
const thousandths = fc.nat({ max: 1000 }).map((value) => value / 1000);
const order: Readonly<Record<string, number>> = { breached: 0, insufficientSample: 1, met: 2 };

describe('laws of verdicts', () => {
  it('a better value never gets a worse verdict', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...comparators),
        thousandths,
        thousandths,
        thousandths,
        (comparator, target, one, other) => {
          const [worse, better] = sorted(comparator, one, other);
          const state = (value: number): string =>
            valueOf(verdict({ comparator, value: target }, { value })).state;
          expect(order[state(better)]).toBeGreaterThanOrEqual(order[state(worse)] ?? 0);
        },
      ),
      seeded,
    );
  });

  it('a better sample of the same size never gets a worse verdict', () => {
    const passes = fc.nat({ max: 200 });
    fc.assert(
      fc.property(
        fc.constantFrom(...comparators),
        thousandths,
        passes,
        passes,
        (comparator, target, one, other) => {
          const [worse, better] = sorted(comparator, one, other);
          const state = (count: number): string =>
            valueOf(verdict({ comparator, value: target }, { sample: { passes: count, n: 200 } })).state;
          expect(order[state(better)]).toBeGreaterThanOrEqual(order[state(worse)] ?? 0);
        },
      ),
      seeded,
    );
  });

  it('a sample decides as its share does, or not at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...comparators),
        thousandths,
        fc.nat({ max: 200 }),
        (comparator, value, passes) => {
          const target = { comparator, value };
          const sampled = valueOf(verdict(target, { sample: { passes, n: 200 } })).state;
          const plain = valueOf(verdict(target, { numerator: passes, denominator: 200 })).state;
          expect(['insufficientSample', plain]).toContain(sampled);
        },
      ),
      seeded,
    );
  });

  it('a quotient and its value decide alike', () => {
    fc.assert(
      fc.property(thousandths, fc.nat({ max: 4000 }), (value, numerator) => {
        const target = { comparator: '>=' as const, value };
        const asQuotient = valueOf(verdict(target, { numerator, denominator: 4000 }));
        expect(valueOf(verdict(target, { value: asQuotient.value })).state).toBe(asQuotient.state);
      }),
      seeded,
    );
  });
});

function sorted(comparator: Comparator, one: number, other: number): readonly [number, number] {
  const higherIsBetter = comparator === '>=' || comparator === '>';
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return higherIsBetter ? [low, high] : [high, low];
}
