import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../value-of.fixture';
import { Exact } from './exact';
import { parseExact } from './parse-exact';
import { writeExact } from './write-exact';

describe('writing decimals', () => {
  it.each([
    ['34 significant digits', new Exact(13).div(15), '0.8666666666666666666666666666666667'],
    ['no exponent', new Exact('1e21'), '1000000000000000000000'],
    ['no minus zero', new Exact('-0'), '0'],
    ['no trailing zeros', new Exact('0.500'), '0.5'],
  ])('%s', (_, value, expected) => {
    expect(writeExact(value)).toBe(expected);
  });

  it('law: what is written reads back as the same number', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.nat({ max: 12 }),
        (digits, places) => {
          const value = new Exact(digits.toString()).div(new Exact(10).pow(places));
          expect(valueOf(parseExact(writeExact(value))).equals(value)).toBe(true);
        },
      ),
      { seed: 15 },
    );
  });
});
