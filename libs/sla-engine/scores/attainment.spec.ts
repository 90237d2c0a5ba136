import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import type { Target } from '../targets/target';
import { attainment } from './attainment';

const band = { band: { low: 240, high: 360 } };

describe('the share of its target that a result reached', () => {
  it.each<[string, string | number, Target, string]>([
    ['more is better: value / target', '0.60', { comparator: '>=', value: '0.80' }, '75'],
    ['strictly more too', '0.40', { comparator: '>', value: '0.80' }, '50'],
    ['less is better: target / value', '0.10', { comparator: '<=', value: '0.05' }, '50'],
    ['strictly less too', '0.20', { comparator: '<', value: '0.05' }, '25'],
    ['never above 100', '0.90', { comparator: '>=', value: '0.80' }, '100'],
    ['under a band: to its low edge', 120, band, '50'],
    ['over a band: to its high edge', 720, band, '50'],
    ['nothing reached', 0, { comparator: '>=', value: '0.80' }, '0'],
    ['less than nothing', -20, { comparator: '>=', value: 10 }, '0'],
    ['a target of nothing is no whole', 1, { comparator: '>=', value: 0 }, '0'],
    ['nor is a negative one', -20, { comparator: '>=', value: -10 }, '0'],
  ])('%s', (_, value, target, points) => {
    expect(valueOf(attainment({ value, target }, 'r')).toFixed()).toBe(points);
  });

  it.each([
    ['no value', { target: band }, 'score.attainment', 'r'],
    ['null', { value: null, target: band }, 'score.attainment', 'r'],
    ['no target', { value: 1 }, 'score.attainment', 'r'],
    ['a value that is no number', { value: 'x', target: band }, 'decimal.malformed', 'r.value'],
    [
      'a band of nothing',
      { value: 1, target: { band: { low: 1, high: 1 } } },
      'target.emptyBand',
      'r.target.band',
    ],
  ])('refuses %s', (_, result, code, path) => {
    expect(attainment(result, 'r')).toMatchObject({ problem: { code, path } });
  });

  it('says what it needs', () => {
    expect(attainment({}, 'r')).toMatchObject({
      problem: { detail: 'Attainment needs the value and the target of a breached result.' },
    });
  });
});
