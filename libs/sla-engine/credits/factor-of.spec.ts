import { describe, expect, it } from '@jest/globals';
import { checkBands } from '../bands';
import { valueOf } from '../value-of.fixture';
import type { CreditFailure } from './credit-scheme';
import { type CheckedMethod, factorOf } from './factor-of';

const bands: CheckedMethod = {
  kind: 'bands',
  bands: valueOf(
    checkBands([
      { name: 'bad', from: '0.7', to: '0.8', share: '0.5' },
      { name: 'worst', from: 0, to: '0.7', share: 1 },
    ]),
  ),
};
const target = { comparator: '>=', value: '0.80' } as const;
const absolute: CheckedMethod = { kind: 'percentageGap', gap: 'absolute' };
const relative: CheckedMethod = { kind: 'percentageGap', gap: 'relative' };
const perPoint: CheckedMethod = { kind: 'perFullPoint', share: '0.02' };
const points: CheckedMethod = { kind: 'points', value: '0.01' };

describe('the share of its money that a failure costs (rule 23)', () => {
  it.each<[string, CheckedMethod, Partial<CreditFailure>, string]>([
    ['an allocation is lost whole', { kind: 'allocation' }, {}, '1'],
    ['the share of its band', bands, { value: '0.75' }, '0.5'],
    ['on an edge, of the band above', bands, { value: '0.7' }, '0.5'],
    ['below it', bands, { value: '0.6999' }, '1'],
    ['points', points, { points: '2.5' }, '0.025'],
    ['no points', points, { points: 0 }, '0'],
    ['full points of the gap: 3.9 are 3', perPoint, { value: '0.761', target }, '0.06'],
    ['exactly 4 are 4', perPoint, { value: '0.76', target }, '0.08'],
    ['points of another size', { ...perPoint, pointSize: '0.02' }, { value: '0.76', target }, '0.04'],
    ['the gap itself', absolute, { value: '0.761', target }, '0.039'],
    ['the gap of the target', relative, { value: '0.76', target }, '0.05'],
  ])('%s', (_, method, more, factor) => {
    expect(valueOf(factorOf(method, { sla: 'a', ...more }, 'f')).toFixed()).toBe(factor);
  });

  it.each<[string, CheckedMethod, Partial<CreditFailure>, string, string, string]>([
    [
      'a value no band holds',
      bands,
      { value: '0.81' },
      'credit.outsideBands',
      'No band holds 0.81.',
      'f.value',
    ],
    ['negative points', points, { points: -1 }, 'credit.points', 'Points are not negative.', 'f.points'],
    [
      'a point of no size',
      { ...perPoint, pointSize: 0 },
      { value: 1, target },
      'credit.pointSize',
      'The size of a point is above zero.',
      'scheme.perFullPoint.pointSize',
    ],
    [
      'a gap of a target of nothing',
      relative,
      { value: -1, target: { comparator: '>=', value: 0 } },
      'credit.gap',
      'A gap relative to a target needs a target above zero.',
      'f.target',
    ],
  ])('refuses %s', (_, method, more, code, detail, path) => {
    expect(factorOf(method, { sla: 'a', ...more }, 'f')).toEqual({
      ok: false,
      problem: { code, detail, path },
    });
  });

  it.each<[string, CheckedMethod, Partial<CreditFailure>, string]>([
    ['a value for bands', bands, {}, 'f.value'],
    ['points', points, { points: 'x' }, 'f.points'],
    ['what a point is worth', { kind: 'points', value: 'x' }, { points: 1 }, 'scheme.points'],
    ['what a full point costs', { kind: 'perFullPoint', share: 'x' }, {}, 'scheme.perFullPoint'],
    ['how large a point is', { ...perPoint, pointSize: 'x' }, {}, 'scheme.perFullPoint.pointSize'],
  ])('needs a number for %s', (_, method, more, path) => {
    expect(factorOf(method, { sla: 'a', ...more }, 'f')).toMatchObject({
      problem: { code: 'decimal.malformed', path },
    });
  });

  it.each([perPoint, absolute, relative])('needs value and target for a gap: %j', (method) => {
    expect(factorOf(method, { sla: 'a' }, 'f')).toMatchObject({ problem: { code: 'credit.gap', path: 'f' } });
  });
});
