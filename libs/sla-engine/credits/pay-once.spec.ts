import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { type Credit, credit } from './credit';
import type { CreditFailure, CreditScheme } from './credit-scheme';

const scheme: CreditScheme = { fee: '100000', atRisk: '0.10', pool: '0.50', method: { kind: 'allocation' } };
const failure: CreditFailure = { sla: 'service_level', allocation: '0.40' };

function computed(more: Partial<CreditScheme> = {}, failures: readonly CreditFailure[] = [failure]): Credit {
  return valueOf(credit({ ...scheme, ...more }, failures));
}

describe('semantics rule 24: one event that fails two SLAs pays once', () => {
  const failures: readonly CreditFailure[] = [
    { sla: 'small', event: 'outage', allocation: '0.1' },
    { sla: 'large', event: 'outage', allocation: '0.4' },
    { sla: 'other', event: 'storm', allocation: '0.2' },
    { sla: 'alone', allocation: '0.2' },
  ];

  it.each<[string, Partial<CreditScheme>, readonly string[], string]>([
    ['the larger', {}, ['paidOnce', 'paid', 'paid', 'paid'], '4000.00'],
    ['the smaller', { election: { rule: 'smaller' } }, ['paid', 'paidOnce', 'paid', 'paid'], '2500.00'],
    [
      "the contract's order",
      { election: { rule: 'order', order: ['small', 'large'] } },
      ['paid', 'paidOnce', 'paid', 'paid'],
      '2500.00',
    ],
    [
      'one outside that order comes last',
      { election: { rule: 'order', order: ['large'] } },
      ['paidOnce', 'paid', 'paid', 'paid'],
      '4000.00',
    ],
  ])('%s', (_, more, standings, paid) => {
    const result = computed(more, failures);
    expect([result.lines.map(({ standing }) => standing), result.credit]).toEqual([standings, paid]);
  });

  it('lists what did not pay, at zero, and says what pays for it', () => {
    const result = computed({}, failures);
    expect(result.lines[0]).toEqual({ sla: 'small', event: 'outage', amount: '0', standing: 'paidOnce' });
    expect(result.trace).toContainEqual({
      rule: 'credit.paidOnce',
      facts: { sla: 'small', event: 'outage', paidFor: 'large', election: 'larger' },
    });
    expect(result.trace.filter(({ rule }) => rule === 'credit.paidOnce')).toHaveLength(1);
  });

  it('of equal ones the first listed pays', () => {
    const equal = ['a', 'b', 'c'].map((sla) => ({ sla, event: 'e', allocation: '0.1' }));
    for (const rule of ['larger', 'smaller'] as const) {
      expect(computed({ election: { rule } }, equal).lines.map(({ standing }) => standing)).toEqual([
        'paid',
        'paidOnce',
        'paidOnce',
      ]);
    }
    const unknown = computed({ election: { rule: 'order', order: [] } }, equal);
    expect(unknown.lines.map(({ standing }) => standing)).toEqual(['paid', 'paidOnce', 'paidOnce']);
  });

  it('a credit the insurer did not elect neither pays nor competes', () => {
    const result = computed({}, [
      failures[0] ?? failure,
      { sla: 'large', event: 'outage', allocation: '0.4', elected: false },
    ]);
    expect(result.lines.map(({ standing, amount }) => [standing, amount])).toEqual([
      ['paid', '500'],
      ['notElected', '0'],
    ]);
    expect(result.trace).toContainEqual({ rule: 'credit.notElected', facts: { sla: 'large' } });
  });
});
