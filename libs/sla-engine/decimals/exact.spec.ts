import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../value-of.fixture';
import { Exact } from './exact';
import { parseExact } from './parse-exact';

/** The largest number that `parseExact` lets in, with as many digits as it may have. */
const nines = `${'9'.repeat(24)}.${'9'.repeat(40)}`;
const widest = fc
  .tuple(fc.bigInt({ min: -(10n ** 64n) + 1n, max: 10n ** 64n - 1n }), fc.nat({ max: 40 }))
  .map(([digits, places]) => ({ digits, places }));

/** The same number by native whole numbers, as digits and decimal places. */
const exactOf = ({ digits, places }: { digits: bigint; places: number }): Exact =>
  new Exact(digits.toString()).times(new Exact(10).pow(-places));

describe('semantics rule 15: exact decimals', () => {
  it('the product of the two longest numbers that come in is exact', () => {
    const value = valueOf(parseExact(nines));
    expect(value.times(value).precision()).toBe(128);
  });

  it('law: sums and products are those of native whole numbers, digit for digit', () => {
    fc.assert(
      fc.property(widest, widest, (one, other) => {
        const product = one.digits * other.digits;
        expect(
          exactOf(one)
            .times(exactOf(other))
            .times(new Exact(10).pow(one.places + other.places))
            .toFixed(),
        ).toBe(product.toString());
        const places = Math.max(one.places, other.places);
        const sum =
          one.digits * 10n ** BigInt(places - one.places) +
          other.digits * 10n ** BigInt(places - other.places);
        expect(exactOf(one).plus(exactOf(other)).times(new Exact(10).pow(places)).toFixed()).toBe(
          sum.toString(),
        );
      }),
      { seed: 13 },
    );
  });

  it.each([
    ['what floats get wrong', new Exact('0.1').plus('0.2'), '0.3'],
    ['a quotient is rounded at the 128th digit', new Exact(2).div(3), `0.${'6'.repeat(127)}7`],
    ['halves are rounded away from zero', new Exact('-2.5').toDecimalPlaces(0), '-3'],
  ])('%s', (_, value, written) => {
    expect(value.toFixed()).toBe(written);
  });

  it('is the only way of the engine to decimal.js (docs/decisions/0013-exact-decimals.md)', () => {
    const root = new URL('../', import.meta.url);
    const importing = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .filter((name) =>
        readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8').includes("'decimal.js'"),
      );
    expect(importing.map((name) => name.replaceAll('\\', '/'))).toEqual(['decimals/exact.ts']);
  });

  it('its settings are its own: others may use decimal.js as they like', async () => {
    const { Decimal } = await import('decimal.js');
    expect(Decimal).not.toBe(Exact);
    expect(Decimal.precision).toBe(20);
  });
});
