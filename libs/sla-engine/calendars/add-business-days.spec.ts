import { describe, expect, it } from '@jest/globals';
import { type OriginRule, addBusinessDays } from './add-business-days';
import { businessDaysBetween } from './business-days-between';
import { formatLocalDate, parseLocalDate } from './epoch-day';
import { parseCalendar } from './parse-calendar';

const office = {
  timezone: 'America/New_York',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  holidays: ['2026-07-03'],
};
const onlyOnce = { timezone: 'UTC', hours: {}, overrides: { '2026-07-08': [['09:00', '10:00']] } };

function add(json: object, date: string, days: number, rule: OriginRule = 'count'): string {
  const calendar = parseCalendar(json);
  const outcome = calendar.ok
    ? addBusinessDays(calendar.value, parseLocalDate(date) ?? NaN, days, rule)
    : calendar;
  return outcome.ok ? formatLocalDate(outcome.value) : outcome.problem.code;
}

describe('addBusinessDays (rule 6)', () => {
  it.each([
    ['the trigger day is excluded', office, '2026-07-01', 1, 'count', '2026-07-02'],
    ['holiday and weekend are passed over', office, '2026-07-02', 1, 'count', '2026-07-06'],
    ['received on a Saturday, count', office, '2026-07-04', 2, 'count', '2026-07-07'],
    ['received on a Saturday, roll', office, '2026-07-04', 2, 'roll', '2026-07-08'],
    ['received on a holiday, roll', office, '2026-07-03', 1, 'roll', '2026-07-07'],
    ['roll changes nothing on a business day', office, '2026-07-02', 1, 'roll', '2026-07-06'],
    ['0 days is the day itself', office, '2026-07-04', 0, 'count', '2026-07-04'],
    ['0 days rolled is the next business day', office, '2026-07-04', 0, 'roll', '2026-07-06'],
    ['backwards', office, '2026-07-06', -1, 'count', '2026-07-02'],
    ['backwards from a closed day, count', office, '2026-07-05', -1, 'count', '2026-07-02'],
    ['backwards from a closed day, roll', office, '2026-07-05', -1, 'roll', '2026-07-02'],
    ['the only business day there is', onlyOnce, '2026-07-01', 1, 'count', '2026-07-08'],
    ['one more than there are', onlyOnce, '2026-07-01', 2, 'count', 'calendar.neverOpen'],
    ['one more than there were', onlyOnce, '2026-07-10', -2, 'count', 'calendar.neverOpen'],
    ['nothing to roll to', onlyOnce, '2026-07-09', 0, 'roll', 'calendar.neverOpen'],
    ['beyond a hundred years', office, '2026-07-01', 30_000, 'count', 'calendar.beyondHorizon'],
    ['beyond the years that can be written', office, '9998-12-30', 30, 'count', 'calendar.beyondHorizon'],
    ['before the years that can be written', office, '0001-01-03', -30, 'count', 'calendar.beyondHorizon'],
  ] as const)('%s', (_, calendar, date, days, rule, expected) => {
    expect(add(calendar, date, days, rule)).toBe(expected);
  });
});

describe('businessDaysBetween', () => {
  it.each([
    ['after the first, up to and including the last', '2026-07-01', '2026-07-06', 2],
    ['reversed: from the later day back to just after the earlier', '2026-07-06', '2026-07-01', -2],
    ['the same day', '2026-07-06', '2026-07-06', 0],
    ['into a weekend', '2026-07-06', '2026-07-11', 4],
    ['too far apart', '2026-07-06', '2226-07-11', 'calendar.beyondHorizon'],
  ])('%s', (_, from, to, expected) => {
    const calendar = parseCalendar(office);
    const outcome = calendar.ok
      ? businessDaysBetween(calendar.value, parseLocalDate(from) ?? NaN, parseLocalDate(to) ?? NaN)
      : calendar;
    expect(outcome.ok ? outcome.value : outcome.problem.code).toBe(expected);
  });
});
