import { describe, expect, it } from '@jest/globals';
import { compareDecimals } from './compare-decimals';

describe('compareDecimals', () => {
  it.each([
    ['0.8', '0.80', 0],
    ['0.79999999999999999999', '0.8', -1],
    ['-1.5', '-1.25', -1],
    ['10', '9.99', 1],
    [0.5, '0.5', 0],
    ['-0.5', '0.5', -1],
  ])('%s against %s is %d', (a, b, sign) => {
    expect(compareDecimals(a, b)).toBe(sign);
  });
});
