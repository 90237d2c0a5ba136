import { describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { businessDays } from './business-days';
import { parseLocalDate } from './epoch-day';
import { isBusinessDay } from './is-business-day';
import { parseCalendar } from './parse-calendar';

const day = (date: string): number => parseLocalDate(date) ?? NaN;
const weekly = valueOf(parseCalendar({ timezone: 'UTC', hours: { mon: [['09:00', '17:00']] } }));
const once = valueOf(
  parseCalendar({ timezone: 'UTC', hours: {}, overrides: { '2026-07-08': [['09:00', '10:00']] } }),
);

describe('the business days of a calendar', () => {
  it('are what each date is, also when asked again, and beyond what is kept', () => {
    const first = day('2026-01-01');
    const days = businessDays(weekly);
    for (const date of [first, first + 4, first + 4, first + 40_004, first + 4]) {
      expect(days.has(date)).toBe(isBusinessDay(weekly, date));
    }
    for (let date = first; date < first + 40_010; date++) {
      days.has(date);
    }
    expect([days.has(first), days.has(first + 4), days.has(first + 39_904)]).toEqual([false, true, true]);
  });

  it('are worked out once a date, for the 40,000 asked since the memory was last emptied', () => {
    const calendar = valueOf(parseCalendar({ timezone: 'UTC', hours: { mon: [['09:00', '17:00']] } }));
    const first = day('2026-01-01');
    // Of every date that is worked out the calendar is asked whether it is a holiday.
    const asked = jest.spyOn(calendar.holidays, 'has');
    const workedOut = (...dates: readonly number[]): number => {
      asked.mockClear();
      for (const date of dates) businessDays(calendar).has(date);
      return asked.mock.calls.length;
    };
    expect(workedOut(first, first + 4, first, first + 4)).toBe(2);
    expect(workedOut(...Array.from({ length: 40_000 }, (_, index) => first + index))).toBe(39_998);
    expect(workedOut(first, first + 39_999)).toBe(0);
    expect(workedOut(first + 40_000, first + 40_000, first, first)).toBe(2);
  });

  it('are one memory a calendar', () => {
    expect(businessDays(weekly)).toBe(businessDays(weekly));
    expect(businessDays(weekly)).not.toBe(businessDays(once));
  });

  it.each([
    ['a week that opens never ends', weekly, '9998-01-01', 1, false],
    ['nor did it begin', weekly, '0001-01-01', -1, false],
    ['a list has a last date, some days of zones allowed', once, '2026-07-11', 1, false],
    ['after which there is nothing', once, '2026-07-12', 1, true],
    ['before it there is something to come', once, '2020-01-01', 1, false],
    ['and a first date', once, '2026-07-05', -1, false],
    ['before which there was nothing', once, '2026-07-04', -1, true],
    ['after it there was something', once, '2030-01-01', -1, false],
  ] as const)('%s', (_, calendar, date, direction, expected) => {
    expect(businessDays(calendar).exhausted(day(date), direction)).toBe(expected);
  });
});
