import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../decimals';
import { valueOf } from '../value-of.fixture';
import { settledShares } from './settled-shares';

describe('what each line has of a settled credit', () => {
  it.each<[string, string, readonly string[], number, readonly string[]]>([
    ['an even split that does not come out even', '100.00', ['1', '1', '1'], 2, ['33.33', '33.34', '33.33']],
    ['a month that was capped', '1000', ['1500', '500'], 2, ['750.00', '250.00']],
    ['a line that did not pay', '500', ['500', '0'], 2, ['500.00', '0.00']],
    ['no line paid', '0.00', ['0', '0'], 2, ['0.00', '0.00']],
    ['no line at all', '0', [], 2, []],
    ['a currency without minor units', '100', ['1', '2'], 0, ['33', '67']],
  ])('%s', (_, credit, amounts, minorUnits, shares) => {
    expect(valueOf(settledShares(credit, amounts, minorUnits))).toEqual(shares);
  });

  it.each([
    ['a credit that is no number', 'x', ['1'], 'decimal.malformed', 'credit'],
    ['a line that is no number', '1', ['1', 'x'], 'decimal.malformed', 'amounts.1'],
    ['a line below nothing', '1', ['-1'], 'credit.range', 'amounts.0'],
  ])('refuses %s', (_, credit, amounts, code, path) => {
    expect(settledShares(credit, amounts)).toMatchObject({ ok: false, problem: { code, path } });
  });

  it('law: shares add up to the credit', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 9 }),
        fc.array(fc.nat({ max: 10 ** 6 }), { minLength: 1, maxLength: 12 }),
        (cents, amounts) => {
          const credit = new Exact(cents).div(100);
          const shares = valueOf(
            settledShares(
              credit.toFixed(2),
              amounts.map((amount) => `${amount + 1}`),
            ),
          );
          expect(Exact.sum(0, ...shares.map((share) => new Exact(share))).toFixed(2)).toBe(credit.toFixed(2));
        },
      ),
      { seed: 23 },
    );
  });
});
