import { describe, expect, it } from '@jest/globals';
import { formatLocalDate, parseLocalDate } from '../calendars/epoch-day';
import { valueOf } from '../value-of.fixture';
import { firstDayOf, lastDayFrom } from './window-edges';
import { windowRule } from './window-rule';

const day = (date: string): number => parseLocalDate(date) ?? Number.NaN;

describe('the last day of the first window that ends on or after a day, and its first day', () => {
  it.each([
    ['day', '2026-10-14', '2026-10-14', '2026-10-14'],
    ['week', '2026-10-12', '2026-10-18', '2026-10-12'],
    ['week', '2026-10-18', '2026-10-18', '2026-10-12'],
    ['week', '1969-12-31', '1970-01-04', '1969-12-29'],
    ['week-from-sunday', '2026-10-18', '2026-10-24', '2026-10-18'],
    ['month', '2028-02-01', '2028-02-29', '2028-02-01'],
    ['month', '2026-12-31', '2026-12-31', '2026-12-01'],
    ['quarter', '2026-10-01', '2026-12-31', '2026-10-01'],
    ['quarter', '2026-03-31', '2026-03-31', '2026-01-01'],
    ['rolling-28-days', '2026-03-01', '2026-03-01', '2026-02-02'],
    ['rolling-2-months', '2027-01-15', '2027-01-31', '2026-12-01'],
    ['rolling-12-months', '2026-12-01', '2026-12-31', '2026-01-01'],
    ['rolling-24-months', '2026-01-31', '2026-01-31', '2024-02-01'],
  ])('%s from %s', (code, from, last, first) => {
    const rule = valueOf(windowRule(code));
    const end = lastDayFrom(rule, day(from));
    expect(formatLocalDate(end)).toBe(last);
    expect(formatLocalDate(firstDayOf(rule, end))).toBe(first);
  });
});
