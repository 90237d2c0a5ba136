import { describe, expect, it } from '@jest/globals';
import { addBusinessDays, formatLocalDate, parseLocalDate } from '@plumbline/sla-engine';
import { weeklyHours } from './calendar';
import { calendarProblems } from './calendar-problems';
import { engineCalendar } from './engine-calendar';

const manila = {
  timezone: 'Asia/Manila',
  hours: weeklyHours.parse({ mon: [['21:00', '30:00']], tue: [['09:00', '17:00']] }),
  holidays: [{ date: '2026-12-30', name: 'Rizal Day' }],
};

describe('what cannot be meant in a calendar', () => {
  it('is nothing in a sound one', () => {
    expect(calendarProblems(manila)).toEqual([]);
  });

  it.each([
    ['an unknown zone', { timezone: 'Asia/Nowhere' }, ['timezone zone.unknown']],
    ['a fixed offset (rule 1)', { timezone: 'GMT+8' }, ['timezone zone.fixedOffset']],
    [
      'a wrong range on each of two days',
      { hours: weeklyHours.parse({ mon: [['17:00', '09:00']], fri: [['9', '17:00']] }) },
      ['hours.mon.0 calendar.rangeReversed', 'hours.fri.0.0 calendar.timeInvalid'],
    ],
    [
      'ranges that overlap',
      {
        hours: weeklyHours.parse({
          sat: [
            ['09:00', '13:00'],
            ['12:00', '17:00'],
          ],
        }),
      },
      ['hours.sat.1 calendar.rangeOverlap'],
    ],
    ['a week that never opens', { hours: weeklyHours.parse({}) }, ['hours calendar-never-open']],
    [
      'a date listed twice',
      { holidays: [...manila.holidays, { date: '2026-12-30', name: 'José Rizal' }] },
      ['holidays.1.date holiday-date-twice'],
    ],
  ])('%s', (_, change, expected) => {
    expect(calendarProblems({ ...manila, ...change }).map(({ path, code }) => `${path} ${code}`)).toEqual(
      expected,
    );
  });
});

describe('a calendar as the engine computes with it', () => {
  it('is closed on its holidays, each with its name', () => {
    const outcome = engineCalendar({
      ...manila,
      hours: weeklyHours.parse({ tue: [['09:00', '17:00']], wed: [['09:00', '17:00']] }),
    });
    if (!outcome.ok) throw new Error(outcome.problem.detail);
    const tuesday = parseLocalDate('2026-12-29') ?? NaN;
    const next = addBusinessDays(outcome.value, tuesday, 1, 'count');
    expect(next.ok && formatLocalDate(next.value)).toBe('2027-01-05');
    expect(outcome.value.holidays.get(tuesday + 1)).toBe('Rizal Day');
  });
});
