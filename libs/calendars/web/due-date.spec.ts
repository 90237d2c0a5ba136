import type { CalendarVersion } from '@plumbline/calendars/schema';
import { viewCalendarVersion } from '@plumbline/calendars/schema';
import { describe, expect, it } from '@jest/globals';
import { dueDate } from './due-date';

const manila = viewCalendarVersion.example.response as CalendarVersion;

describe('trying out when something would be due', () => {
  it('skips the holidays and weekends of the calendar, and says so', () => {
    const due = dueDate(manila, { start: '2026-12-29T16:00', amount: '2', unit: 'businessDays' }, 'en');
    expect(due).toMatchObject({ is: 'due', lastDay: '2027-01-01', instant: '2027-01-01T16:00:00Z' });
    expect(due.is === 'due' && due.steps).toContain(
      'Wednesday 2026-12-30 does not count: holiday Rizal Day.',
    );
  });

  it('counts open hours in the zone of the calendar', () => {
    const due = dueDate(manila, { start: '2026-12-29T16:00', amount: '1.5', unit: 'businessHours' }, 'es');
    expect(due).toMatchObject({ is: 'due', lastDay: null, instant: '2026-12-31T00:30:00Z' });
    expect(due.is === 'due' && due.steps.join(' ')).toContain('festivo Rizal Day');
  });

  it.each([
    ['2026-12-29T16:00', '1.5', 'businessDays', 'Days are counted whole.'],
    ['2026-12-29T16:00', 'x', 'businessHours', 'decimal'],
    ['', '1', 'businessHours', ''],
  ] as const)('refuses %s + %s %s', (start, amount, unit, detail) => {
    expect(dueDate(manila, { start, amount, unit }, 'en')).toMatchObject({
      is: 'refused',
      detail: expect.stringContaining(detail),
    });
  });
});
