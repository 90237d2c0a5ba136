import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../decimals';
import { valueOf } from '../value-of.fixture';
import { type Credit, credit } from './credit';
import type { CreditFailure, CreditMethod, CreditScheme } from './credit-scheme';

const scheme: CreditScheme = { fee: '100000', atRisk: '0.10', pool: '0.50', method: { kind: 'allocation' } };
const failure: CreditFailure = { sla: 'service_level', allocation: '0.40' };

function computed(more: Partial<CreditScheme> = {}, failures: readonly CreditFailure[] = [failure]): Credit {
  return valueOf(credit({ ...scheme, ...more }, failures));
}

describe('semantics rule 23: fee × at-risk × pool × allocation', () => {
  it('100,000 × 10 % × 50 % × 40 % = 2,000', () => {
    expect(computed()).toEqual({
      uncapped: '2000.00',
      cap: '10000.00',
      credit: '2000.00',
      lines: [{ sla: 'service_level', amount: '2000', standing: 'paid' }],
      trace: [
        { rule: 'credit.base', facts: { fee: '100000', atRisk: '0.1', pool: '0.5' } },
        {
          rule: 'credit.line',
          facts: {
            sla: 'service_level',
            allocation: '0.4',
            method: 'allocation',
            factor: '1',
            occurrence: 1,
            multiplier: '1',
            amount: '2000',
            cappedFrom: null,
          },
        },
        { rule: 'credit.sum', facts: { uncapped: '2000', lines: 1 } },
        { rule: 'credit.rounded', facts: { exact: '2000', credit: '2000.00', minorUnits: 2 } },
      ],
    });
  });

  it('by the pool and the method of the failure where it has its own, and says so', () => {
    const { credit: paid, trace } = computed({}, [
      {
        sla: 'a',
        pool: '0.20',
        allocation: '0.50',
        value: '0.761',
        target: { comparator: '>=', value: '0.80' },
        method: { kind: 'perFullPoint', share: '0.10' },
      },
    ]);
    expect(paid).toBe('300.00');
    expect(trace[1]?.facts).toMatchObject({
      pool: '0.2',
      method: 'perFullPoint',
      factor: '0.3',
      amount: '300',
    });
  });

  it.each<[string, CreditFailure, string, string]>([
    ['a pool that is a percentage', { sla: 'a', pool: '50' }, 'credit.range', 'failures.0.pool'],
    ['a pool that is no number', { sla: 'a', pool: 'half' }, 'decimal.malformed', 'failures.0.pool'],
    [
      'bands with a hole',
      {
        sla: 'a',
        value: '1',
        method: {
          kind: 'bands',
          bands: [
            { name: 'low', from: '0', to: '0.5', share: '1' },
            { name: 'high', from: '0.6', to: '1', share: '0' },
          ],
        },
      },
      'bands.hole',
      'failures.0.method.bands.1',
    ],
  ])('refuses a failure of its own with %s', (_, own, code, path) => {
    expect(credit(scheme, [own])).toMatchObject({ ok: false, problem: { code, path } });
  });

  it.each<[string, Partial<CreditScheme>, readonly CreditFailure[], string, string]>([
    ['no failure', {}, [], '0.00', '0.00'],
    ['without an allocation the pool is lost', {}, [{ sla: 'a' }], '5000.00', '5000.00'],
    ['failures add up', {}, [failure, { sla: 'b', allocation: '0.25' }], '3250.00', '3250.00'],
    [
      'summed unrounded, rounded once: three times 0.335',
      { fee: '33.5', atRisk: 1, pool: 1 },
      three('0.01'),
      '1.005',
      '1.01',
    ],
    ['capped at the at-risk share', { pool: 3 }, [{ sla: 'a' }], '30000.00', '10000.00'],
    ['capped by the month', { pool: 3, caps: { month: '0.08' } }, [{ sla: 'a' }], '30000.00', '8000.00'],
    ['capped in money', { caps: { amount: '1500' } }, [failure], '2000.00', '1500.00'],
    [
      'capped in money above the at-risk share',
      { pool: 3, caps: { amount: 20000 } },
      [{ sla: 'a' }],
      '30000.00',
      '10000.00',
    ],
    [
      'capped by what the year has left',
      { caps: { year: { amount: 12000, credited: 11000 } } },
      [failure],
      '2000.00',
      '1000.00',
    ],
    [
      'a year that is used up',
      { caps: { year: { amount: 12000, credited: 12500 } } },
      [failure],
      '2000.00',
      '0.00',
    ],
    [
      'each failure capped',
      { caps: { perFailure: '0.015' } },
      [failure, { sla: 'b', allocation: '0.1' }],
      '2000.00',
      '2000.00',
    ],
    [
      'a currency without minor units',
      { fee: 101, atRisk: 1, pool: 1, minorUnits: 0 },
      [{ sla: 'a', allocation: '0.5' }],
      '50.5',
      '51',
    ],
  ])('%s', (_, more, failures, uncapped, paid) => {
    expect(computed(more, failures)).toMatchObject({ uncapped, credit: paid });
  });

  it('traces caps, of the month and of one failure', () => {
    const capped = computed({ pool: 3, caps: { perFailure: '0.2' } }, [{ sla: 'a' }]);
    expect(capped.trace[1]?.facts).toMatchObject({ amount: '20000', cappedFrom: '30000' });
    expect(capped.trace).toContainEqual({ rule: 'credit.capped', facts: { cap: '10000' } });
    expect(computed({ caps: { amount: 2000 } }).trace.map(({ rule }) => rule)).not.toContain('credit.capped');
  });
});

function three(allocation: string): readonly CreditFailure[] {
  return ['a', 'b', 'c'].map((sla) => ({ sla, allocation }));
}

describe('methods', () => {
  const whole: Partial<CreditScheme> = { atRisk: 1, pool: 1 };
  const bands: CreditMethod = {
    kind: 'bands',
    bands: [
      { name: 'worst', from: 0, to: '0.70', share: 1 },
      { name: 'bad', from: '0.70', to: '0.75', share: '0.5' },
      { name: 'nearly', from: '0.75', to: '0.80', share: '0.25' },
      { name: 'met', from: '0.80', to: 1, share: 0 },
    ],
  };
  const atLeast80 = { comparator: '>=', value: '0.80' } as const;

  it.each<[string, CreditMethod, Partial<CreditFailure>, string]>([
    ['bands: inside', bands, { value: '0.72' }, '50000.00'],
    ['bands: on an edge', bands, { value: '0.75' }, '25000.00'],
    ['bands: unrounded', bands, { value: '0.74999' }, '50000.00'],
    ['bands: the closed top', bands, { value: '1' }, '0.00'],
    ['points', { kind: 'points', value: '0.01' }, { points: 7 }, '7000.00'],
    ['per full point: 3.9 points are 3', perPoint('0.02'), { value: '0.761', target: atLeast80 }, '6000.00'],
    ['per full point: exactly 4', perPoint('0.02'), { value: '0.76', target: atLeast80 }, '8000.00'],
    ['per full point: less than one', perPoint('0.02'), { value: '0.795', target: atLeast80 }, '0.00'],
    [
      'per full point of seconds',
      { ...perPoint('0.02'), pointSize: 10 },
      { value: 395, target: { band: { low: 240, high: 360 } } },
      '6000.00',
    ],
    [
      'percentage gap',
      { kind: 'percentageGap', gap: 'absolute' },
      { value: '0.761', target: atLeast80 },
      '3900.00',
    ],
    [
      'percentage gap, relative',
      { kind: 'percentageGap', gap: 'relative' },
      { value: '0.76', target: atLeast80 },
      '5000.00',
    ],
    [
      'a gap above',
      { kind: 'percentageGap', gap: 'absolute' },
      { value: '0.07', target: { comparator: '<', value: '0.05' } },
      '2000.00',
    ],
    [
      'a gap above an inclusive target',
      { kind: 'percentageGap', gap: 'absolute' },
      { value: '0.07', target: { comparator: '<=', value: '0.05' } },
      '2000.00',
    ],
    [
      'a gap below a strict target',
      { kind: 'percentageGap', gap: 'absolute' },
      { value: '0.75', target: { comparator: '>', value: '0.8' } },
      '5000.00',
    ],
    [
      'a gap under a band',
      { kind: 'percentageGap', gap: 'relative' },
      { value: 216, target: { band: { low: 240, high: 360 } } },
      '10000.00',
    ],
    [
      'no gap on the right side',
      { kind: 'percentageGap', gap: 'absolute' },
      { value: '0.9', target: atLeast80 },
      '0.00',
    ],
    [
      'no gap inside a band',
      { kind: 'percentageGap', gap: 'absolute' },
      { value: 300, target: { band: { low: 240, high: 360 } } },
      '0.00',
    ],
  ])('%s', (_, method, more, paid) => {
    expect(computed({ ...whole, method }, [{ sla: 'a', ...more }]).credit).toBe(paid);
  });

  it('the allocation scales what the method makes of a failure', () => {
    expect(
      computed({ ...whole, method: bands }, [{ sla: 'a', allocation: '0.1', value: '0.72' }]).credit,
    ).toBe('5000.00');
  });

  it.each<[number | undefined, string]>([
    [undefined, '1000.00'],
    [1, '1000.00'],
    [2, '1500.00'],
    [3, '2000.00'],
    [9, '2000.00'],
  ])('repeat multiplier at miss %s in a row', (occurrence, paid) => {
    const method: CreditMethod = { kind: 'points', value: '0.01' };
    const one = occurrence === undefined ? { sla: 'a', points: 1 } : { sla: 'a', points: 1, occurrence };
    expect(computed({ ...whole, method, repeat: [1, '1.5', 2] }, [one]).credit).toBe(paid);
    expect(computed({ ...whole, method }, [one]).credit).toBe('1000.00');
  });
});

function perPoint(share: string): Extract<CreditMethod, { kind: 'perFullPoint' }> {
  return { kind: 'perFullPoint', share };
}

describe('laws of credits', () => {
  const allocation = fc.nat({ max: 1000 }).map((thousandths) => thousandths / 1000);

  it('the lines add up to the uncapped sum', () => {
    const failures = fc.array(
      fc.record(
        { sla: fc.string(), allocation, event: fc.constantFrom('e', 'f') },
        { requiredKeys: ['sla', 'allocation'] },
      ),
    );
    fc.assert(
      fc.property(failures, (all) => {
        const { lines, uncapped } = computed({}, all);
        expect(Exact.sum(0, ...lines.map(({ amount }) => amount)).equals(uncapped)).toBe(true);
      }),
      { seed: 24 },
    );
  });

  it('shares of a pool that add to one add up to the pool', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 12 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), 1000];
        const shares = edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / 1000);
        const all = shares.map((share, index) => ({ sla: `${index}`, allocation: share }));
        expect(computed({}, all).uncapped).toBe('5000.00');
      }),
      { seed: 23 },
    );
  });

  it('a credit is never above its cap and never negative', () => {
    fc.assert(
      fc.property(fc.array(allocation), allocation, (allocations, month) => {
        const all = allocations.map((share, index) => ({ sla: `${index}`, allocation: share }));
        const { credit: paid, cap } = computed({ pool: 2, caps: { month } }, all);
        expect(new Exact(paid).gte(0) && new Exact(paid).minus(cap).lte('0.005')).toBe(true);
      }),
      { seed: 25 },
    );
  });
});
