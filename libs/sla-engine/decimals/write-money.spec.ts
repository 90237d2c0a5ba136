import { describe, expect, it } from '@jest/globals';
import { Exact } from './exact';
import { writeMoney } from './write-money';

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
