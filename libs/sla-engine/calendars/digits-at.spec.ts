import { describe, expect, it } from '@jest/globals';
import { digitsAt } from './digits-at';

describe('digitsAt', () => {
  it.each([
    ['the first digits', '2026-12-25', 0, 4, 2026],
    ['digits further on', '2026-12-25', 8, 2, 25],
    ['leading zeros', '007', 0, 3, 7],
    ['every digit', '0123456789', 0, 10, 123_456_789],
    ['nothing asked for', '', 0, 0, 0],
    ['the sign before 0 in ASCII', '1/', 0, 2, NaN],
    ['the sign after 9 in ASCII', ':1', 0, 2, NaN],
    ['digits of another script', '١٢', 0, 2, NaN],
    ['a text that ends too early', '12', 1, 2, NaN],
  ])('%s', (_, text, place, count, number) => {
    expect(digitsAt(text, place, count)).toBe(number);
  });
});
