import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { parseExact } from './parse-exact';
import { writeExact } from './write-exact';

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
