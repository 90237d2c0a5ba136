import { describe, expect, it } from '@jest/globals';
import type { AgreedLimit } from '@plumbline/contracts/schema';
import type { VerdictState } from '@plumbline/sla-engine';
import { minorUnitsOf } from './currencies';
import { type CreditSchemeTermsInput, creditSchemeTerms } from './scheme-terms';
import { type SettledSla, settleMonth } from './settlement';

const ids = ['019d3a10-2222-7000-8000-000000000001', '019d3a10-2222-7000-8000-000000000002'] as const;
const atLeast = (value: string): AgreedLimit => ({ comparator: '>=', value });

function terms(more: Partial<CreditSchemeTermsInput> = {}) {
  return creditSchemeTerms.parse({
    currency: 'USD',
    from: '2026-01',
    fees: [
      { from: '2026-01', amount: '100000' },
      { from: '2026-04', amount: '200000' },
    ],
    atRisk: '0.10',
    pools: [{ name: 'Service', share: '0.50' }],
    lines: [
      { slaId: ids[0], pool: 'Service', allocation: '0.40', method: { kind: 'allocation' } },
      { slaId: ids[1], pool: 'Service', allocation: '0.60', method: { kind: 'allocation' } },
    ],
    ...more,
  });
}

function sla(index: 0 | 1, state: VerdictState, more: Partial<SettledSla> = {}): SettledSla {
  return {
    slaId: ids[index],
    name: ['Speed', 'Quality'][index] as string,
    target: atLeast('0.80'),
    state,
    value: state === 'breached' ? '0.77' : null,
    occurrence: 1,
    ...more,
  };
}

const method = (
  kind: CreditSchemeTermsInput['lines'][number]['method'],
): Partial<CreditSchemeTermsInput> => ({
  lines: [{ slaId: ids[0], pool: 'Service', allocation: '1', method: kind }],
});

describe('a month settled by a scheme (semantics rules 23 and 24)', () => {
  it.each<[string, Partial<CreditSchemeTermsInput>, readonly SettledSla[], string, string]>([
    ['100,000 × 10 % × 50 % × 40 %', {}, [sla(0, 'breached')], '2026-03', '2000.00'],
    ['by the fee of its month', {}, [sla(0, 'breached')], '2026-04', '4000.00'],
    ['both misses', {}, [sla(0, 'breached'), sla(1, 'breached')], '2026-03', '5000.00'],
    [
      'the second miss in a row',
      { repeat: ['1', '1.5'] },
      [sla(0, 'breached', { occurrence: 2 })],
      '2026-03',
      '3000.00',
    ],
    [
      '0.02 of the pool for each of three full points',
      method({ kind: 'perFullPoint', share: '0.02' }),
      [sla(0, 'breached')],
      '2026-03',
      '300.00',
    ],
    [
      'three points at 10 %',
      method({ kind: 'points', points: '3', value: '0.10' }),
      [sla(0, 'breached')],
      '2026-03',
      '1500.00',
    ],
    [
      'a gap of 0.03',
      method({ kind: 'percentageGap', gap: 'absolute' }),
      [sla(0, 'breached')],
      '2026-03',
      '150.00',
    ],
    [
      'a band',
      method({
        kind: 'bands',
        bands: [
          { from: '0', to: '0.7', share: '1' },
          { from: '0.7', to: '0.8', share: '0.25' },
        ],
      }),
      [sla(0, 'breached')],
      '2026-03',
      '1250.00',
    ],
    [
      'nothing for what was excused, open, or too small a sample',
      {},
      [sla(0, 'excused'), sla(1, 'insufficientSample')],
      '2026-03',
      '0.00',
    ],
    ['nothing for what was not reported', {}, [sla(0, 'notReported')], '2026-03', '0.00'],
    [
      'the allocation for what was not reported, where the contract says so',
      { notReported: 'allocation' },
      [sla(0, 'notReported')],
      '2026-03',
      '2000.00',
    ],
    [
      'capped by the month in money',
      { caps: { amount: '1000' } },
      [sla(0, 'breached')],
      '2026-03',
      '1000.00',
    ],
    [
      'rounded once to yen',
      { currency: 'JPY', fees: [{ from: '2026-01', amount: '1001' }] },
      [sla(0, 'breached')],
      '2026-03',
      '20',
    ],
  ])('%s', (_, more, slas, month, credit) => {
    expect(settleMonth(terms(more), month, slas).credit).toBe(credit);
  });

  it('one event pays once, by the larger or by the contract’s choice', () => {
    const event = (more: Partial<CreditSchemeTermsInput>) =>
      settleMonth(
        terms({
          lines: terms().lines.map((line) => ({ ...line, event: 'answering' })),
          ...more,
        }),
        '2026-03',
        [sla(0, 'breached'), sla(1, 'breached')],
      );
    expect(event({})).toMatchObject({
      credit: '3000.00',
      lines: [
        { standing: 'paidOnce', amount: '0' },
        { standing: 'paid', amount: '3000' },
      ],
    });
    expect(event({ election: 'order' })).toMatchObject({ credit: '2000.00' });
    expect(event({ election: 'smaller' })).toMatchObject({ credit: '2000.00' });
  });

  it('a year that is nearly used up pays what is left of it', () => {
    const capped = terms({ caps: { yearAmount: '12000' } });
    expect(settleMonth(capped, '2026-03', [sla(0, 'breached')], '11000').credit).toBe('1000.00');
  });

  it('a value no band holds is not priced, and says why', () => {
    const bands = method({ kind: 'bands', bands: [{ from: '0.7', to: '0.8', share: '0.25' }] });
    const settled = settleMonth(terms(bands), '2026-03', [sla(0, 'breached', { value: '0.5' })]);
    expect(settled).toMatchObject({
      credit: '0.00',
      lines: [{ standing: 'undecided', problem: 'No band holds 0.5.' }],
    });
  });

  it('knows the decimal places of currencies', () => {
    expect(['USD', 'JPY', 'KWD'].map(minorUnitsOf)).toEqual([2, 0, 3]);
    expect(creditSchemeTerms.shape.currency.safeParse('XYZ').success).toBe(false);
  });
});
