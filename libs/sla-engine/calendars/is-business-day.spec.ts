import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { parseLocalDate } from './epoch-day';
import { isBusinessDay } from './is-business-day';
import { parseCalendar } from './parse-calendar';

const office = (more: object = {}) => ({
  timezone: 'America/New_York',
  hours: { mon: [['09:00', '17:00']], fri: [['22:00', '30:00']] },
  ...more,
});

describe('a business day (rule 6)', () => {
  it.each([
    ['an open weekday', office(), '2026-07-06', true],
    ['a closed weekday', office(), '2026-07-07', false],
    ['the day a late shift belongs to', office(), '2026-07-03', true],
    ['the day it only runs into', office(), '2026-07-04', false],
    ['a holiday', office({ holidays: ['2026-07-06'] }), '2026-07-06', false],
    ['a day emptied by an override', office({ overrides: { '2026-07-06': [] } }), '2026-07-06', false],
    [
      'a day opened by one',
      office({ overrides: { '2026-07-07': [['09:00', '09:01']] } }),
      '2026-07-07',
      true,
    ],
    ['a day broken up', office({ breaks: { '2026-07-06': [['12:00', '13:00']] } }), '2026-07-06', true],
    [
      'a day emptied by a break',
      office({ breaks: { '2026-07-06': [['09:00', '17:00']] } }),
      '2026-07-06',
      false,
    ],
  ])('%s', (_, calendar, date, expected) => {
    expect(isBusinessDay(valueOf(parseCalendar(calendar)), parseLocalDate(date) ?? NaN)).toBe(expected);
  });

  it.each([
    ['hours that the clocks skip', 'America/New_York', [['02:00', '03:00']], '2026-03-08', false],
    ['hours of which they skip a part', 'America/New_York', [['01:59', '03:00']], '2026-03-08', true],
    ['hours that begin where they go on', 'America/New_York', [['03:00', '04:00']], '2026-03-08', true],
    ['the same hours on another Sunday', 'America/New_York', [['02:00', '03:00']], '2026-03-15', true],
    ['hours that they show twice', 'America/New_York', [['01:00', '02:00']], '2026-11-01', true],
    ['a day that never was (Samoa, 2011)', 'Pacific/Apia', [['00:00', '24:00']], '2011-12-30', false],
    ['the day before it', 'Pacific/Apia', [['00:00', '24:00']], '2011-12-29', true],
  ])('%s', (_, timezone, ranges, date, expected) => {
    const hours = Object.fromEntries(['thu', 'fri', 'sun'].map((day) => [day, ranges]));
    const calendar = valueOf(parseCalendar({ timezone, hours }));
    expect(isBusinessDay(calendar, parseLocalDate(date) ?? NaN)).toBe(expected);
  });
});
