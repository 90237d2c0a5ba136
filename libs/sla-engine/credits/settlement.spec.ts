import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
import { adjustingEntry } from './adjusting-entry';
import { type EarnBackInput, earnBack } from './earn-back';

const settled: EarnBackInput = { credit: '2000', monthsAtTarget: 3, required: 3, repeatDefault: false };

describe('semantics rule 23: earn-back', () => {
  it.each<[string, Partial<EarnBackInput>, string]>([
    ['enough months at target', {}, '2000.00'],
    ['more than enough', { monthsAtTarget: 5 }, '2000.00'],
    ['one month short', { monthsAtTarget: 2 }, '0.00'],
    ['enough, but it failed again', { repeatDefault: true }, '0.00'],
    ['a currency without minor units', { credit: '1999.5', minorUnits: 0 }, '2000'],
  ])('%s', (_, more, returned) => {
    const result = valueOf(earnBack({ ...settled, ...more }));
    const rule = returned === '0.00' ? 'credit.notEarnedBack' : 'credit.earnedBack';
    expect(result).toMatchObject({ returned, trace: [{ rule, facts: { returned } }] });
  });

  it('traces what it looked at', () => {
    expect(valueOf(earnBack(settled)).trace[0]?.facts).toEqual({ ...settled, returned: '2000.00' });
  });

  it.each<[string, Partial<EarnBackInput>, string, string]>([
    ['a credit', { credit: 'x' }, 'decimal.malformed', 'credit'],
    ['a negative credit', { credit: -1 }, 'credit.range', 'credit'],
    ['negative months', { monthsAtTarget: -1 }, 'credit.months', 'monthsAtTarget'],
    ['half a month', { monthsAtTarget: 1.5 }, 'credit.months', 'monthsAtTarget'],
    ['nothing required', { required: 0 }, 'credit.months', 'required'],
    ['half a month required', { required: 1.5 }, 'credit.months', 'required'],
  ])('refuses %s', (_, more, code, path) => {
    expect(earnBack({ ...settled, ...more })).toMatchObject({ problem: { code, detail: aSentence, path } });
  });

  it('takes no credit and no month as they are', () => {
    expect(valueOf(earnBack({ ...settled, credit: 0, monthsAtTarget: 0, required: 1 })).returned).toBe(
      '0.00',
    );
  });
});

describe('semantics rule 22: settled money is corrected by an adjusting entry', () => {
  it.each([
    ['less than settled', '1500', ['2000.00'], '-500.00'],
    ['more than settled', '2500', ['2000.00'], '500.00'],
    ['adjusted before', '1500', ['2000.00', '-250.00'], '-250.00'],
    ['nothing settled yet', '1500', [], '1500.00'],
    ['nothing to correct', '2000', [2000], '0.00'],
  ])('%s', (_, credit, booked, entry) => {
    expect(valueOf(adjustingEntry(credit, booked)).entry).toBe(entry);
  });

  it('says what was booked', () => {
    expect(valueOf(adjustingEntry('1500', ['2000.00', -250])).trace).toEqual([
      {
        rule: 'credit.adjusted',
        facts: { credit: '1500.00', booked: ['2000.00', '-250'], entry: '-250.00' },
      },
    ]);
  });

  it('law: settling every restatement in turn ends at the last credit', () => {
    const cents = fc.nat({ max: 10_000_000 }).map((value) => (value / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 6 }), (credits) => {
        const booked: string[] = [];
        for (const credit of credits) {
          booked.push(valueOf(adjustingEntry(credit, booked)).entry);
        }
        expect(valueOf(adjustingEntry(credits.at(-1) ?? '0', booked)).entry).toBe('0.00');
      }),
      { seed: 22 },
    );
  });

  it.each([
    ['a credit', 'x', [], 'credit'],
    ['a booked entry', 1, [1, 'x'], 'booked.1'],
  ])('refuses %s that is no number', (_, credit, booked, path) => {
    expect(adjustingEntry(credit, booked)).toMatchObject({ problem: { code: 'decimal.malformed', path } });
  });
});
