import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { type AgreedTerm, contractTerm } from './contract-term';

const year = (change: Partial<AgreedTerm> = {}): AgreedTerm => ({
  ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', renewalMonths: null, notice: null },
  ...change,
});
const days = (count: number) => ({ count, unit: 'days' }) as const;
const months = (count: number) => ({ count, unit: 'months' }) as const;

describe('the last day of notice (the day it is given excluded, semantics rule 6)', () => {
  it.each([
    ['90 days before a year’s end', '2026-12-31', days(90), '2026-10-02'],
    ['one day', '2026-12-31', days(1), '2026-12-30'],
    ['none: the last day itself', '2026-12-31', days(0), '2026-12-31'],
    ['30 days over February', '2026-03-15', days(30), '2026-02-13'],
    ['30 days over 29 February', '2028-03-15', days(30), '2028-02-14'],
    ['three months before a year’s end', '2026-12-31', months(3), '2026-09-30'],
    ['one month before a month of 30 days', '2026-06-30', months(1), '2026-05-31'],
    ['four months, to the end of February', '2026-06-30', months(4), '2026-02-28'],
    ['four months, to the end of a leap February', '2028-06-30', months(4), '2028-02-29'],
    [
      'three months before the 30th: no whole months are left from 28 February',
      '2026-05-30',
      months(3),
      '2026-02-27',
    ],
    ['one month before 28 February', '2026-02-28', months(1), '2026-01-31'],
    ['twelve months', '2027-12-31', months(12), '2026-12-31'],
    ['fourteen months', '2027-12-31', months(14), '2026-10-31'],
  ])('%s', (_, endsOn, notice, noticeBy) => {
    expect(
      valueOf(contractTerm(year({ startsOn: '2025-01-01', endsOn, notice }), '2026-01-01')).noticeBy,
    ).toBe(noticeBy);
  });

  it('leaves the whole period between notice and end, whatever the month', () => {
    for (let day = 0; day < 800; day += 1) {
      const end = new Date(Date.UTC(2027, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
      for (const count of [1, 2, 3, 6]) {
        const { noticeBy } = valueOf(
          contractTerm(year({ startsOn: '2020-01-01', endsOn: end, notice: months(count) }), '2020-01-01'),
        );
        // the period runs from the day after the notice; its end by adding months forward
        const [y = 0, m = 0, d = 0] = (noticeBy ?? '').split('-').map(Number);
        const from = new Date(Date.UTC(y, m - 1, d + 1));
        const [fy, fm, fd] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
        const last = new Date(Date.UTC(fy, fm + count + 1, 0)).getUTCDate();
        const over = new Date(Date.UTC(fy, fm + count, Math.min(fd, last)) - 86_400_000);
        expect(over.toISOString().slice(0, 10) <= end).toBe(true);
      }
    }
  });
});

describe('the term on a day', () => {
  it.each([
    ['before it', '2025-06-01', { startsOn: '2026-01-01', endsOn: '2026-12-31', ended: false }],
    ['on its last day', '2026-12-31', { endsOn: '2026-12-31', ended: false }],
    ['after it', '2027-01-01', { endsOn: '2026-12-31', ended: true }],
  ])('%s', (_, day, expected) => {
    expect(valueOf(contractTerm(year(), day))).toMatchObject(expected);
  });

  it.each([
    ['not yet', '2026-12-31', 12, { endsOn: '2026-12-31', renewals: 0 }],
    ['once', '2027-01-01', 12, { startsOn: '2027-01-01', endsOn: '2027-12-31', renewals: 1 }],
    ['three times', '2029-06-01', 12, { startsOn: '2029-01-01', endsOn: '2029-12-31', renewals: 3 }],
    ['by half years', '2027-07-01', 6, { startsOn: '2027-07-01', endsOn: '2027-12-31', renewals: 2 }],
  ])('renews: %s', (_, day, renewalMonths, expected) => {
    expect(valueOf(contractTerm(year({ renewalMonths }), day))).toMatchObject({ ...expected, ended: false });
  });

  it('loses no day over months of different lengths', () => {
    const monthly = year({ startsOn: '2025-12-31', endsOn: '2026-01-30', renewalMonths: 1 });
    const ends = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-05-01'].map(
      (day) => valueOf(contractTerm(monthly, day)).endsOn,
    );
    expect(ends).toEqual(['2026-02-27', '2026-03-30', '2026-04-29', '2026-05-30']);
  });

  it('counts notice from the end of the renewed term', () => {
    const term = year({ renewalMonths: 12, notice: months(3) });
    expect(valueOf(contractTerm(term, '2027-05-01')).noticeBy).toBe('2027-09-30');
  });

  it.each([
    [year({ startsOn: '2026-02-30' }), '2026-01-01', 'date.malformed', 'startsOn'],
    [year({ endsOn: 'soon' }), '2026-01-01', 'date.malformed', 'endsOn'],
    [year(), '1 May', 'date.malformed', 'day'],
    [year({ endsOn: '2025-12-31' }), '2026-01-01', 'term.empty', 'endsOn'],
    [year({ renewalMonths: 0 }), '2026-01-01', 'term.renewal', 'renewalMonths'],
    [year({ notice: days(1.5) }), '2026-01-01', 'term.notice', 'notice.count'],
  ])('refuses %j on %s', (term, day, code, path) => {
    expect(contractTerm(term, day)).toMatchObject({ ok: false, problem: { code, path } });
  });
});
