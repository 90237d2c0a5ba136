import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  civilDateOf,
  daysInMonth,
  epochDayOf,
  formatLocalDate,
  parseLocalDate,
  weekdayIndex,
} from './epoch-day';

describe('epoch days', () => {
  it('agree with Temporal on every date tried, in both directions', () => {
    const epoch = Temporal.PlainDate.from('1970-01-01');
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_930_000 }), (epochDay) => {
        const date = epoch.add({ days: epochDay });
        expect(civilDateOf(epochDay)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect(epochDayOf(date.year, date.month, date.day)).toBe(epochDay);
        expect(formatLocalDate(epochDay)).toBe(`${date}`);
        expect(parseLocalDate(`${date}`)).toBe(epochDay);
        expect(weekdayIndex(epochDay)).toBe(date.dayOfWeek - 1);
        expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-02-32',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '2026-01-00',
    ' 2026-01-01',
    '2026-01-01 ',
    '2026/01-01',
    '2026-01/01',
    '2o26-12-01',
    '2026-o1-01',
    '2026-01-o1',
    '',
  ])('%j is no date', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });

  it('keeps the leap day of 2000 and not of 1900', () => {
    expect(parseLocalDate('2000-02-29')).toBe(11_016);
    expect(parseLocalDate('1900-02-29')).toBeUndefined();
    expect(daysInMonth(2026, 12)).toBe(31);
    expect(civilDateOf(11_016)).toEqual({ year: 2000, month: 2, day: 29 });
    expect(civilDateOf(11_017)).toEqual({ year: 2000, month: 3, day: 1 });
  });

  it('begin with the year 0', () => {
    expect(parseLocalDate('0000-01-01')).toBe(-719_528);
  });
});
