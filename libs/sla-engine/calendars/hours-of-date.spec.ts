import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { epochDayOf } from './epoch-day';
import { hoursOfDate, openHoursOfDate, openWallTime } from './hours-of-date';
import { parseCalendar } from './parse-calendar';
import { formatWallTime } from './wall-range';

/** 2026-03-02 is a Monday. */
const monday = epochDayOf(2026, 3, 2);

function open(more: object, date: number): string {
  const night = {
    mon: [['22:00', '30:00']],
    tue: [
      ['00:00', '08:00'],
      ['22:00', '30:00'],
    ],
  };
  const outcome = parseCalendar({ timezone: 'UTC', hours: night, ...more });
  const ranges = outcome.ok ? openWallTime(outcome.value, date) : [];
  return ranges.map(({ from, to }) => `${formatWallTime(from)}-${formatWallTime(to)}`).join(' ');
}

describe('open wall time of a date (rule 2)', () => {
  it.each([
    ['the evening of the start day', {}, monday, '22:00-24:00'],
    ['overlapping hours of two dates count once', {}, monday + 1, '00:00-08:00 22:00-24:00'],
    ['the night belongs to the day before', {}, monday + 2, '00:00-06:00'],
    ['a holiday takes its own night away', { holidays: ['2026-03-03'] }, monday + 2, ''],
    ['a holiday leaves the night of the day before', { holidays: ['2026-03-03'] }, monday + 1, '00:00-06:00'],
    [
      'an override replaces the night too',
      { overrides: { '2026-03-03': [['09:00', '12:00']] } },
      monday + 2,
      '',
    ],
    [
      'an override may open a closed date',
      { overrides: { '2026-03-07': [['10:00', '11:00']] } },
      monday + 5,
      '10:00-11:00',
    ],
    [
      'a holiday wins over an override',
      { holidays: ['2026-03-07'], overrides: { '2026-03-07': [['10:00', '11:00']] } },
      monday + 5,
      '',
    ],
    [
      'a break closes its wall time whichever date has the hours',
      { breaks: { '2026-03-03': [['01:00', '02:00']] } },
      monday + 1,
      '00:00-01:00 02:00-08:00 22:00-24:00',
    ],
    [
      'a break of the evening before closes the morning',
      { breaks: { '2026-03-02': [['23:30', '25:00']] } },
      monday + 1,
      '01:00-08:00 22:00-24:00',
    ],
    [
      'a break may be written past midnight',
      { breaks: { '2026-03-03': [['23:30', '25:00']] } },
      monday + 2,
      '01:00-06:00',
    ],
  ])('%s', (_, more, date, expected) => {
    expect(open(more, date)).toBe(expected);
  });

  it('a date like any of its weekday is the list of its weekday, not a copy', () => {
    const day = [
      ['09:00', '12:00'],
      ['13:00', '24:00'],
    ];
    const calendar = valueOf(parseCalendar({ timezone: 'UTC', hours: { mon: day, tue: day } }));
    expect(openHoursOfDate(calendar, monday)).toBe(calendar.weekly[0]);
    expect(openWallTime(calendar, monday + 1)).toBe(calendar.weekly[1]);
  });

  it('says which entry decided', () => {
    const outcome = parseCalendar({
      timezone: 'UTC',
      hours: {},
      holidays: ['2026-03-02'],
      overrides: { '2026-03-03': [] },
    });
    const calendar = outcome.ok ? outcome.value : undefined;
    const sources = [0, 1, 2].map((day) => calendar && hoursOfDate(calendar, monday + day).source);
    expect(sources).toEqual(['holiday', 'override', 'week']);
    expect(calendar && openHoursOfDate(calendar, monday)).toEqual([]);
  });
});
