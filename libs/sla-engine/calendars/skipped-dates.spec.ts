import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from './epoch-day';
import { parseCalendar } from './parse-calendar';
import { skippedDates } from './skipped-dates';
import { traceTexts } from './trace-texts';

const json = {
  timezone: 'America/New_York',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }, '2026-12-28'],
  overrides: { '2026-12-24': [['09:00', '12:00']], '2026-12-29': [] },
  breaks: { '2026-12-30': [['12:00', '13:00']], '2026-12-31': [['08:00', '18:00']] },
};

function between(first: string, last: string, calendarJson: object = json) {
  const calendar = parseCalendar(calendarJson);
  return calendar.ok
    ? skippedDates(calendar.value, parseLocalDate(first) ?? 0, parseLocalDate(last) ?? 0)
    : [];
}

describe('skippedDates (rule 29)', () => {
  it('lists each date that was not ordinary, and why, in both languages', () => {
    const steps = between('2026-12-23', '2026-12-31');
    expect(steps.map(({ rule, facts }) => traceTexts[rule]?.en(facts))).toEqual([
      'Thursday 2026-12-24 is open 09:00–12:00: special hours of that date.',
      'Friday 2026-12-25 does not count: holiday Christmas Day.',
      'Saturday 2026-12-26 does not count: closed on this weekday.',
      'Sunday 2026-12-27 does not count: closed on this weekday.',
      'Monday 2026-12-28 does not count: holiday.',
      'Tuesday 2026-12-29 does not count: special hours of that date.',
      'Wednesday 2026-12-30 is open 09:00–12:00, 13:00–17:00: break.',
      'Thursday 2026-12-31 does not count: break.',
    ]);
    expect(steps.slice(0, 2).map(({ rule, facts }) => traceTexts[rule]?.es(facts))).toEqual([
      'El jueves 2026-12-24 abre 09:00–12:00: horario especial de esa fecha.',
      'El viernes 2026-12-25 no cuenta: festivo Christmas Day.',
    ]);
  });

  it('names a date whose hours a clock change skipped', () => {
    const night = { timezone: 'America/New_York', hours: { sun: [['02:00', '03:00']] } };
    expect(between('2026-03-08', '2026-03-08', night)).toEqual([
      {
        rule: 'calendar.skippedDay',
        facts: { date: '2026-03-08', weekday: 'sun', because: 'clockChange', name: '' },
      },
    ]);
  });

  it('says how many more there are after a hundred', () => {
    const steps = between('2027-01-01', '2028-12-31');
    expect(steps).toHaveLength(101);
    const last = steps.at(-1);
    expect(last).toEqual({ rule: 'calendar.moreDays', facts: { count: 110 } });
    expect(last && traceTexts[last.rule]?.en(last.facts)).toBe(
      '110 more dates are closed or have other hours.',
    );
    expect(last && traceTexts[last.rule]?.es(last.facts)).toBe(
      'Otras 110 fechas están cerradas o tienen otro horario.',
    );
  });

  it('names a hundred without saying that there are none left', () => {
    const closed = { timezone: 'UTC', hours: {} };
    expect(between('2027-01-01', '2027-04-10', closed)).toHaveLength(100);
    expect(between('2027-01-01', '2027-04-11', closed).at(-1)).toEqual({
      rule: 'calendar.moreDays',
      facts: { count: 1 },
    });
  });

  it('a single date is a stretch too, and none is left out at its end', () => {
    expect(between('2026-12-25', '2026-12-25')).toHaveLength(1);
    expect(between('2026-12-25', '2026-12-24')).toEqual([]);
  });
});
