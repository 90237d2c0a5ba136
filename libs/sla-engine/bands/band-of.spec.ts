import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../decimals';
import { valueOf } from '../value-of.fixture';
import { bandOf } from './band-of';
import { type Band, checkBands } from './check-bands';

const band = (from: string | number, to: string | number, name = `${from}`): Band => ({ name, from, to });
const colours = [band(0, 75, 'red'), band(75, 90, 'amber'), band(90, 100, 'green')];

describe('the band that holds a value (rule 23: half-open, with a closed top)', () => {
  it.each([
    ['0', 'red'],
    ['74.999', 'red'],
    ['75', 'amber'],
    ['89.96', 'amber'],
    ['90', 'green'],
    ['100', 'green'],
    ['100.01', undefined],
    ['-0.01', undefined],
  ])('%s falls into %s', (value, name) => {
    expect(bandOf(valueOf(checkBands(colours)), new Exact(value))?.name).toBe(name);
  });

  it('there is none where there are no bands', () => {
    expect(bandOf([], new Exact(0))).toBeUndefined();
  });

  it('law: contiguous bands hold every value of their scale exactly once', () => {
    const edges = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(edges, fc.integer({ min: 0, max: 1000 }), (inner, value) => {
        const all = [0, ...inner.sort((a, b) => a - b), 1000];
        const bands = all.slice(1).map((to, index) => band(all[index] ?? 0, to));
        const checked = valueOf(checkBands(bands));
        const holding = checked.filter(
          ({ low, high }) => low.lte(value) && (high.gt(value) || (high.eq(1000) && value === 1000)),
        );
        expect(holding).toEqual([bandOf(checked, new Exact(value))]);
      }),
      { seed: 25 },
    );
  });
});
