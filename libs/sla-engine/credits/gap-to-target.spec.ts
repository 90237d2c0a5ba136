import { describe, expect, it } from '@jest/globals';
import type { Target } from '../targets/target';
import { valueOf } from '../value-of.fixture';
import { gapToTarget } from './gap-to-target';

const band: Target = { band: { low: 240, high: 360 } };

describe('how far a value misses its target', () => {
  it.each<[string, string | number, Target, string, string]>([
    ['below where more is better', '0.75', { comparator: '>=', value: '0.8' }, '0.05', '0.8'],
    ['above it there is no gap', '0.85', { comparator: '>=', value: '0.8' }, '0', '0.8'],
    ['below a strict one', '0.75', { comparator: '>', value: '0.8' }, '0.05', '0.8'],
    ['above where less is better', '0.07', { comparator: '<=', value: '0.05' }, '0.02', '0.05'],
    ['below it there is no gap', '0.03', { comparator: '<', value: '0.05' }, '0', '0.05'],
    ['under a band: from its low edge', 200, band, '40', '240'],
    ['over a band: from its high edge', 400, band, '40', '360'],
    ['inside a band there is none', 300, band, '0', '360'],
    ['on its low edge too', 240, band, '0', '360'],
  ])('%s', (_, value, target, gap, edge) => {
    const found = valueOf(gapToTarget({ value, target }, 'f'));
    expect([found.gap.toFixed(), found.edge.toFixed()]).toEqual([gap, edge]);
  });

  it.each([
    ['no value', { target: band }, 'credit.gap', 'f'],
    ['no target', { value: 1 }, 'credit.gap', 'f'],
    ['a value', { value: 'x', target: band }, 'decimal.malformed', 'f.value'],
    [
      'a target',
      { value: 1, target: { comparator: '>=', value: 'x' } as Target },
      'decimal.malformed',
      'f.target.value',
    ],
  ])('refuses %s', (_, failure, code, path) => {
    expect(gapToTarget(failure, 'f')).toMatchObject({ problem: { code, path } });
  });

  it('says what it needs', () => {
    expect(gapToTarget({}, 'f')).toMatchObject({
      problem: { detail: 'A gap needs the value and the target of the failure.' },
    });
  });
});
