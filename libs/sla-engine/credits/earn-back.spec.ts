import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
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
