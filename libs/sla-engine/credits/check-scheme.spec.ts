import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { credit } from './credit';
import type { CreditFailure, CreditMethod, CreditScheme } from './credit-scheme';

const scheme: CreditScheme = { fee: '100000', atRisk: '0.10', pool: '0.50', method: { kind: 'allocation' } };

function perPoint(share: string): Extract<CreditMethod, { kind: 'perFullPoint' }> {
  return { kind: 'perFullPoint', share };
}

describe('malformed schemes and failures', () => {
  const band = { name: 'b', from: 0, to: 1, share: 1 };

  it.each<[string, Partial<CreditScheme>, Partial<CreditFailure>, string, string]>([
    ['a fee', { fee: 'x' }, {}, 'decimal.malformed', 'scheme.fee'],
    ['a negative fee', { fee: -1 }, {}, 'credit.range', 'scheme.fee'],
    ['10 for 10 %', { atRisk: 10 }, {}, 'credit.range', 'scheme.atRisk'],
    ['50 for a pool of 50 %', { pool: 50 }, {}, 'credit.range', 'scheme.pool'],
    ['a cap above the fee', { caps: { month: '1.1' } }, {}, 'credit.range', 'scheme.caps.month'],
    [
      'a cap per failure above the fee',
      { caps: { perFailure: 2 } },
      {},
      'credit.range',
      'scheme.caps.perFailure',
    ],
    ['a negative cap', { caps: { amount: -1 } }, {}, 'credit.range', 'scheme.caps.amount'],
    [
      'a negative cap of the year',
      { caps: { year: { amount: -1, credited: 0 } } },
      {},
      'credit.range',
      'scheme.caps.year.amount',
    ],
    [
      'a negative credit of the year',
      { caps: { year: { amount: 1, credited: -1 } } },
      {},
      'credit.range',
      'scheme.caps.year.credited',
    ],
    ['a multiplier', { repeat: [1, 'x'] }, {}, 'decimal.malformed', 'scheme.repeat.1'],
    ['a negative multiplier', { repeat: [-1] }, {}, 'credit.range', 'scheme.repeat.0'],
    ['five decimal places', { minorUnits: 5 }, {}, 'credit.minorUnits', 'scheme.minorUnits'],
    ['negative decimal places', { minorUnits: -1 }, {}, 'credit.minorUnits', 'scheme.minorUnits'],
    ['half a decimal place', { minorUnits: 0.5 }, {}, 'credit.minorUnits', 'scheme.minorUnits'],
    ['no band', { method: { kind: 'bands', bands: [] } }, {}, 'bands.none', 'scheme.bands'],
    [
      'a hole between bands',
      { method: { kind: 'bands', bands: [band, { ...band, from: 2, to: 3 }] } },
      {},
      'bands.hole',
      'scheme.bands.1',
    ],
    [
      'a share of a band',
      { method: { kind: 'bands', bands: [{ ...band, share: 'x' }] } },
      {},
      'decimal.malformed',
      'scheme.bands.0.share',
    ],
    [
      'a band that costs more than all',
      { method: { kind: 'bands', bands: [{ ...band, share: 2 }] } },
      {},
      'credit.range',
      'scheme.bands.0.share',
    ],
    [
      'a band that pays',
      { method: { kind: 'bands', bands: [{ ...band, share: -1 }] } },
      {},
      'credit.range',
      'scheme.bands.0.share',
    ],
    [
      'a value for bands',
      { method: { kind: 'bands', bands: [band] } },
      {},
      'decimal.malformed',
      'failures.0.value',
    ],
    [
      'a value outside all bands',
      { method: { kind: 'bands', bands: [band] } },
      { value: 2 },
      'credit.outsideBands',
      'failures.0.value',
    ],
    ['an allocation', {}, { allocation: 'x' }, 'decimal.malformed', 'failures.0.allocation'],
    ['40 for 40 %', {}, { allocation: 40 }, 'credit.range', 'failures.0.allocation'],
    ['a negative allocation', {}, { allocation: -1 }, 'credit.range', 'failures.0.allocation'],
    ['miss zero', {}, { occurrence: 0 }, 'credit.occurrence', 'failures.0.occurrence'],
    ['half a miss', {}, { occurrence: 1.5 }, 'credit.occurrence', 'failures.0.occurrence'],
    [
      'the value of a point',
      { method: { kind: 'points', value: 'x' } },
      { points: 1 },
      'decimal.malformed',
      'scheme.points',
    ],
    ['no points', { method: { kind: 'points', value: 1 } }, {}, 'decimal.malformed', 'failures.0.points'],
    [
      'negative points',
      { method: { kind: 'points', value: 1 } },
      { points: -1 },
      'credit.points',
      'failures.0.points',
    ],
    ['a share per point', { method: perPoint('x') }, {}, 'decimal.malformed', 'scheme.perFullPoint'],
    [
      'a size of a point',
      { method: { ...perPoint('1'), pointSize: 'x' } },
      {},
      'decimal.malformed',
      'scheme.perFullPoint.pointSize',
    ],
    [
      'a point of nothing',
      { method: { ...perPoint('1'), pointSize: 0 } },
      {},
      'credit.pointSize',
      'scheme.perFullPoint.pointSize',
    ],
    ['no gap for full points', { method: perPoint('1') }, {}, 'credit.gap', 'failures.0'],
    [
      'no value for a gap',
      { method: { kind: 'percentageGap', gap: 'absolute' } },
      { target: { comparator: '>', value: 1 } },
      'credit.gap',
      'failures.0',
    ],
    [
      'no target for a gap',
      { method: { kind: 'percentageGap', gap: 'absolute' } },
      { value: 1 },
      'credit.gap',
      'failures.0',
    ],
    [
      'a value for a gap',
      { method: { kind: 'percentageGap', gap: 'absolute' } },
      { value: 'x', target: { comparator: '>', value: 1 } },
      'decimal.malformed',
      'failures.0.value',
    ],
    [
      'a target for a gap',
      { method: { kind: 'percentageGap', gap: 'absolute' } },
      { value: 1, target: { comparator: '>', value: 'x' } },
      'decimal.malformed',
      'failures.0.target.value',
    ],
    [
      'a gap relative to nothing',
      { method: { kind: 'percentageGap', gap: 'relative' } },
      { value: 1, target: { comparator: '<=', value: 0 } },
      'credit.gap',
      'failures.0.target',
    ],
  ])('refuses %s', (_, more, moreFailure, code, path) => {
    expect(credit({ ...scheme, ...more }, [{ sla: 'a', ...moreFailure }])).toMatchObject({
      ok: false,
      problem: { code, detail: aSentence, path },
    });
  });
});
