import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { Exact } from '../decimals';
import { exactTarget } from './exact-target';
import { type Target, comparators } from './target';

describe('exactTarget', () => {
  it.each(comparators)('reads %s', (comparator) => {
    expect(exactTarget({ comparator, value: '0.80' })).toEqual({
      ok: true,
      value: { kind: 'comparator', comparator, value: new Exact('0.8') },
    });
  });

  it('reads a band', () => {
    expect(exactTarget({ band: { low: 240, high: '360' } })).toEqual({
      ok: true,
      value: { kind: 'band', low: new Exact(240), high: new Exact(360) },
    });
  });

  it.each<[string, Target, string, string]>([
    ['a band of nothing', { band: { low: 5, high: 5 } }, 'target.emptyBand', 'at.band'],
    ['a reversed band', { band: { low: 6, high: 5 } }, 'target.emptyBand', 'at.band'],
    ['a low edge', { band: { low: 'x', high: 5 } }, 'decimal.malformed', 'at.band.low'],
    ['a high edge', { band: { low: 5, high: 'x' } }, 'decimal.malformed', 'at.band.high'],
    ['a value', { comparator: '>=', value: 'x' }, 'decimal.malformed', 'at.value'],
    ['a comparator', { comparator: '=' as '>=', value: 1 }, 'target.comparator', 'at.comparator'],
  ])('refuses %s', (_, target, code, path) => {
    expect(exactTarget(target, 'at')).toMatchObject({ problem: { code, detail: aSentence, path } });
  });

  it('is at "target" unless told otherwise, and says what it expects', () => {
    expect(exactTarget({ comparator: '=' as '>=', value: 1 })).toMatchObject({
      problem: { detail: 'Expected one of: >=, >, <=, <.', path: 'target.comparator' },
    });
    expect(exactTarget({ band: { low: 1, high: 1 } })).toMatchObject({
      problem: { detail: 'The low edge of a band is below its high edge.', path: 'target.band' },
    });
  });
});
