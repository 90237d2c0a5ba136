import { describe, expect, it } from '@jest/globals';
import { Exact } from '../decimals';
import { valueOf } from '../value-of.fixture';
import { exactTarget } from './exact-target';
import { meetsTarget } from './meets-target';
import type { Target } from './target';

const held = (target: Target, numerator: string | number, denominator?: string | number): boolean =>
  meetsTarget(
    valueOf(exactTarget(target)),
    new Exact(numerator),
    ...(denominator === undefined ? [] : [new Exact(denominator)]),
  );

describe('meetsTarget (rules 4 and 15)', () => {
  it.each([
    ['>=', [false, true, true]],
    ['>', [false, false, true]],
    ['<=', [true, true, false]],
    ['<', [true, false, false]],
  ] as const)('%s 0.8: a hair below, on it, a hair above', (comparator, expected) => {
    const edges = ['0.79999999999999999999', '0.8', '0.80000000000000000001'];
    expect(edges.map((value) => held({ comparator, value: '0.80' }, value))).toEqual(expected);
  });

  it('both edges of a band belong to it', () => {
    const values = ['239.999', '240', '300', '360', '360.001'];
    expect(values.map((value) => held({ band: { low: 240, high: 360 } }, value))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['79.56 % is not 80 %', { comparator: '>=', value: '0.80' }, 7956, 10000, false],
    ['80 of 100 are', { comparator: '>=', value: '0.80' }, 80, 100, true],
    [
      'a third is at least a third cut short',
      { comparator: '>', value: '0.3333333333333333333333333333' },
      1,
      3,
      true,
    ],
    ['a third lies in a band, by multiplying', { band: { low: '0.333', high: '0.334' } }, 1, 3, true],
    ['two thirds do not', { band: { low: '0.333', high: '0.334' } }, 2, 3, false],
  ] as const)('%s', (_, target, numerator, denominator, expected) => {
    expect(held(target, numerator, denominator)).toBe(expected);
  });
});
