import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../value-of.fixture';
import { Exact } from './exact';
import { parseExact } from './parse-exact';
import { writeExact } from './write-exact';
import { writeMoney } from './write-money';

describe('reading decimals', () => {
  it.each([
    ['a decimal string', '0.80', '0.8'],
    ['a whole string', '100000', '100000'],
    ['a signed string', '-12.5', '-12.5'],
    ['a plus sign', '+3', '3'],
    ['no digit before the point', '.5', '0.5'],
    ['spaces around', ' 7 ', '7'],
    ['a number', 0.1, '0.1'],
    ['a small number with an exponent', 1e-7, '0.0000001'],
    ['minus zero', -0, '0'],
    ['24 digits before the point', '9'.repeat(24), '9'.repeat(24)],
    ['34 digits after it', `0.${'3'.repeat(34)}`, `0.${'3'.repeat(34)}`],
    ['digits after the point alone', '.25', '0.25'],
    ['a number of 40 decimals', 1e-40, `0.${'0'.repeat(39)}1`],
  ])('takes %s', (_, given, expected) => {
    expect(writeExact(valueOf(parseExact(given)))).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['text', 'eighty'],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['the word NaN', 'NaN'],
    ['the word Infinity', '-Infinity'],
    ['an exponent in a string', '1e3'],
    ['hexadecimal', '0x10'],
    ['a decimal comma', '0,80'],
    ['a percent sign', '80%'],
    ['a lone point', '.'],
    ['two points', '1.2.3'],
    ['25 digits before the point', '9'.repeat(25)],
    ['41 digits after it', `0.${'3'.repeat(41)}`],
    ['a number beyond 24 digits', 1e24],
    ['a number below 40 decimals', 1e-41],
    ['null', null],
    ['true', true],
    ['a list', ['1']],
  ])('refuses %s', (_, given) => {
    expect(parseExact(given, 'rows.0.answered')).toMatchObject({
      ok: false,
      problem: {
        code: 'decimal.malformed',
        detail: 'Expected a decimal string such as "0.80", or a finite number.',
        path: 'rows.0.answered',
      },
    });
  });

  it('stands for the input as a whole where no path is said', () => {
    expect(parseExact('x')).toMatchObject({ problem: { path: '' } });
  });
});

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

  it('semantics rule 15: the product of two numbers is exact', () => {
    const nines = new Exact('9'.repeat(24)).plus(new Exact(`0.${'9'.repeat(40)}`));
    expect(nines.times(nines).precision()).toBe(128);
  });
});

describe('semantics rule 23: money is rounded half-up, halves away from zero', () => {
  it.each([
    ['2000', 2, '2000.00'],
    ['1999.995', 2, '2000.00'],
    ['1999.994999', 2, '1999.99'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['1234.5', 0, '1235'],
  ])('%s to %i places is %s', (value, places, expected) => {
    expect(writeMoney(new Exact(value), places)).toBe(expected);
  });
});
