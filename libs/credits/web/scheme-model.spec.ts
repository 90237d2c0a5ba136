import { describe, expect, it } from '@jest/globals';
import { type CreditScheme, creditSchemeTerms, viewCreditScheme } from '@plumbline/credits/schema';
import { bandsOf, toSchemeModel, toSchemeTerms } from './scheme-model';

const { terms } = viewCreditScheme.example.response as CreditScheme;
const slas = terms.lines.map(({ slaId }) => ({ id: slaId, name: 'An SLA', metric: { unit: 'ratio' } }));

describe('a scheme as it is typed', () => {
  it('comes back as the terms it was made from, whatever the method', () => {
    const line = terms.lines[0];
    if (!line) throw new Error('no line');
    const methods = [
      { kind: 'allocation' },
      {
        kind: 'bands',
        bands: [
          { from: '0', to: '0.7', share: '1' },
          { from: '0.7', to: '0.8', share: '0.5' },
        ],
      },
      { kind: 'points', points: '3', value: '0.1' },
      { kind: 'perFullPoint', share: '0.02', pointSize: '0.01' },
      { kind: 'percentageGap', gap: 'relative' },
    ] as const;
    for (const method of methods) {
      const all = creditSchemeTerms.parse({
        ...terms,
        atRisk: '0.1',
        lines: [{ ...line, allocation: '0.4', method, event: 'answering' }],
        caps: { perFailure: '0.05', month: null, amount: '2000', yearAmount: null },
        triggers: [{ effect: 'termination', rule: { kind: 'kOfN', k: 3, n: 6 } }],
        earnBackMonths: 3,
      });
      expect(creditSchemeTerms.parse(toSchemeTerms(toSchemeModel(all, slas)))).toEqual(all);
    }
  });

  it.each([
    ['USD', '118500', '118500'],
    ['USD', ' 118500,5 ', '118500.5'],
    ['USD', '118500.50', '118500.50'],
    ['USD', '118,500', '118,500'],
    ['USD', '118.500', '118,500'],
    ['KWD', '118.500', '118.500'],
    ['KWD', '118,500', '118,500'],
    ['JPY', '118500', '118500'],
    ['JPY', '118500.5', '118500,5'],
    ['US', '118500', '118500'],
  ])('money in %s, typed as %s, is sent as %s', (currency, typed, sent) => {
    const model = { ...toSchemeModel(terms, slas), currency, amount: typed };
    expect(toSchemeTerms(model).caps?.amount).toBe(sent);
  });

  it.each([
    [
      '0 to 0.7 = 100\n0.7 – 0.8: 50 %',
      [
        ['0', '0.7', '1'],
        ['0.7', '0.8', '0.5'],
      ],
    ],
    ['0 a 0,7 = 12,5', [['0', '0.7', '0.125']]],
    ['', []],
    ['nonsense', [['nonsense', '', '']]],
  ])('bands: %s', (typed, bands) => {
    expect(bandsOf(typed).map(({ from, to, share }) => [from, to, share])).toEqual(bands);
  });
});
