import { describe, expect, it } from '@jest/globals';
import { type CalendarVersion, calendarKnownAt } from './calendar-known-at';
import { parseCalendar } from './parse-calendar';

function version(knownFrom: string): CalendarVersion {
  const calendar = parseCalendar({ timezone: 'UTC', hours: {} });
  if (!calendar.ok) {
    throw new Error(calendar.problem.detail);
  }
  return { knownFrom: Temporal.Instant.from(knownFrom), calendar: calendar.value };
}

const first = version('2026-01-01T00:00:00Z');
const second = version('2026-06-01T12:00:00Z');

describe('calendarKnownAt (rule 8)', () => {
  it.each([
    ['long before the second', '2026-03-01T00:00:00Z', first],
    ['just before the second', '2026-06-01T11:59:59.999999999Z', first],
    ['the instant it became known', '2026-06-01T12:00:00Z', second],
    ['long after', '2030-01-01T00:00:00Z', second],
  ])('%s', (_, at, expected) => {
    const outcome = calendarKnownAt([second, first], Temporal.Instant.from(at));
    expect(outcome.ok && outcome.value).toBe(expected);
  });

  it('has no answer before the first version, nor when two begin together', () => {
    const early = Temporal.Instant.from('2025-12-31T23:59:59Z');
    expect(calendarKnownAt([first], early)).toMatchObject({
      ok: false,
      problem: {
        code: 'calendar.noVersion',
        detail: 'No version of the calendar was known at 2025-12-31T23:59:59Z.',
        path: '',
      },
    });
    expect(calendarKnownAt([first, version('2026-01-01T00:00:00Z')], early)).toMatchObject({
      ok: false,
      problem: {
        code: 'calendar.versionsCollide',
        detail: 'Two versions of the calendar begin at the same instant.',
        path: '',
      },
    });
  });
});
