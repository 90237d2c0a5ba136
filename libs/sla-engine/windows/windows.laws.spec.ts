import { describe, expect, it } from '@jest/globals';
import { formatLocalDate, parseLocalDate } from '../calendars/epoch-day';
import { valueOf } from '../value-of.fixture';
import { windowOf } from './window-of';
import { windowRule } from './window-rule';
import { windowsEnding } from './windows-ending';
import { windowsTouched } from './windows-touched';
import { zonedWindow } from './zoned-window';

const [from, to] = ['2026-12-01', '2028-03-31'];
const [first, last] = [parseLocalDate(from) ?? 0, parseLocalDate(to) ?? 0];
const dates = Array.from({ length: last - first + 1 }, (_, day) => formatLocalDate(first + day));
const rule = (code: string) => valueOf(windowRule(code));

describe.each(['day', 'week', 'week-from-sunday', 'week-from-thursday', 'month', 'quarter'])(
  'windows of a %s',
  (code) => {
    const windows = valueOf(windowsTouched(rule(code), from, to));

    it.each(['America/New_York', 'Europe/Berlin', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Manila'])(
      'tile time in %s: each begins at the instant at which the one before it ends',
      (zone) => {
        const zoned = windows.map((window) => valueOf(zonedWindow(window, zone)));
        expect(zoned.slice(1).map(({ start }) => start)).toEqual(zoned.slice(0, -1).map(({ end }) => end));
      },
    );

    it('hold each date once: the one that the date has', () => {
      for (const date of dates) {
        const touched = valueOf(windowsTouched(rule(code), date, date));
        expect(touched).toEqual([valueOf(windowOf(rule(code), date))]);
        expect(windows.filter((window) => window.first <= date && date <= window.last)).toEqual(touched);
      }
    });
  },
);

describe.each([
  ['rolling-2-days', 2],
  ['rolling-28-days', 28],
  ['rolling-366-days', 366],
  ['rolling-2-months', 2],
  ['rolling-24-months', 24],
])('windows of %s', (code, count) => {
  it('hold each date as often as they are long, and nothing else', () => {
    for (const date of dates.filter((_, index) => index % 17 === 0)) {
      const touched = valueOf(windowsTouched(rule(code), date, date));
      expect(touched).toHaveLength(count);
      expect(touched.every((window) => window.first <= date && date <= window.last)).toBe(true);
    }
  });
});

describe.each(['day', 'week', 'month', 'quarter', 'rolling-28-days', 'rolling-3-months'])(
  'windows of a %s',
  (code) => {
    it('end in one month each: the months together have all of them', () => {
      const whole = valueOf(windowsEnding(rule(code), '2027-01-01', '2027-12-31'));
      const months = Array.from({ length: 12 }, (_, index) =>
        Temporal.PlainYearMonth.from({ year: 2027, month: index + 1 }),
      );
      const parts = months.flatMap((month) =>
        valueOf(
          windowsEnding(
            rule(code),
            month.toPlainDate({ day: 1 }).toString(),
            `${month.toString()}-${month.daysInMonth}`,
          ),
        ),
      );
      expect(parts).toEqual(whole);
    });

    it('that dates touch are those that each of the dates touches', () => {
      const each = dates.slice(0, 70).flatMap((date) => valueOf(windowsTouched(rule(code), date, date)));
      const once = [...new Map(each.map((window) => [window.last, window])).values()];
      expect(valueOf(windowsTouched(rule(code), dates[0] ?? '', dates[69] ?? ''))).toEqual(
        once.sort((a, b) => a.last.localeCompare(b.last)),
      );
    });
  },
);
