import { describe, expect, it } from '@jest/globals';
import { type OriginRule, addBusinessDays } from './add-business-days';
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

describe('how far business days are looked for: 100 years, in both directions', () => {
  const onceOn = (date: string) => ({ ...office, hours: {}, overrides: { [date]: [['09:00', '10:00']] } });

  it.each([
    ['36,525 days on', '2126-07-03', '2026-07-02', 1, '2126-07-03'],
    ['a day more', '2126-07-04', '2026-07-02', 1, 'calendar.beyondHorizon'],
    ['36,525 days back', '2026-07-01', '2126-07-02', -1, '2026-07-01'],
    ['a day more back', '2026-06-30', '2126-07-02', -1, 'calendar.beyondHorizon'],
    ['on the last date that can be written', '9998-12-31', '9998-12-01', 1, '9998-12-31'],
    ['on the first', '0001-01-01', '0001-02-01', -1, '0001-01-01'],
  ])('%s', (_, open, date, days, expected) => {
    expect(add(onceOn(open), date, days)).toBe(expected);
  });

  it.each([
    [1, 'The calendar has not that many business days after 2026-07-09.'],
    [-2, 'The calendar has not that many business days before 2026-07-09.'],
  ])('says of %d days that there are not so many', (days, detail) => {
    const calendar = parseCalendar(onlyOnce);
    const date = parseLocalDate('2026-07-09') ?? NaN;
    expect(calendar.ok && addBusinessDays(calendar.value, date, days, 'count')).toMatchObject({
      problem: { code: 'calendar.neverOpen', detail, path: '' },
    });
  });

  it('says that it looked far enough', () => {
    const calendar = parseCalendar(office);
    const date = parseLocalDate('2026-07-09') ?? NaN;
    expect(calendar.ok && addBusinessDays(calendar.value, date, 30_000, 'count')).toMatchObject({
      problem: { detail: 'That many business days take more than 100 years, or leave the years 1 to 9998.' },
    });
  });
});
