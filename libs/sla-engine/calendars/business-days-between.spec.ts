import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { businessDaysBetween } from './business-days-between';
import { parseLocalDate } from './epoch-day';
import { parseCalendar } from './parse-calendar';

const office = {
  timezone: 'America/New_York',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  holidays: ['2026-07-03'],
};

describe('businessDaysBetween (rule 6)', () => {
  it.each([
    ['after the first, up to and including the last', '2026-07-01', '2026-07-06', 2],
    ['reversed: from the later day back to just after the earlier', '2026-07-06', '2026-07-01', -2],
    ['the same day', '2026-07-06', '2026-07-06', 0],
    ['into a weekend', '2026-07-06', '2026-07-11', 4],
    ['36,525 days apart, reversed', '2126-07-07', '2026-07-06', -26_089],
    ['a day more, reversed', '2126-07-08', '2026-07-06', 'calendar.beyondHorizon'],
    ['too far apart', '2026-07-06', '2226-07-11', 'calendar.beyondHorizon'],
  ])('%s', (_, from, to, expected) => {
    const calendar = valueOf(parseCalendar(office));
    const outcome = businessDaysBetween(calendar, parseLocalDate(from) ?? NaN, parseLocalDate(to) ?? NaN);
    expect(outcome.ok ? outcome.value : outcome.problem.code).toBe(expected);
  });

  it('says how far is too far', () => {
    expect(businessDaysBetween(valueOf(parseCalendar(office)), 0, 36_526)).toEqual({
      ok: false,
      problem: {
        code: 'calendar.beyondHorizon',
        detail: 'The two dates are more than 100 years apart.',
        path: '',
      },
    });
  });
});
