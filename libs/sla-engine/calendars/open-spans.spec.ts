import { describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { parseLocalDate } from './epoch-day';
import { daysPerBlock, openSpans } from './open-spans';
import { parseCalendar } from './parse-calendar';

const everyDay = (ranges: string[][]) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ranges]));
const spansOf = (json: object) => openSpans(valueOf(parseCalendar(json)));
const day = (date: string): number => parseLocalDate(date) ?? NaN;

/** The spans of a UTC day as `HH:MM–HH:MM`, in UTC. */
const shown = (json: object, date: string): string[] =>
  spansOf(json)
    .day(day(date))
    .spans.map(({ from, until }) => [from, until].map((at) => clockTime(at - day(date) * 86_400)).join('–'));
const clockTime = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
    .map((part) => `${part}`.padStart(2, '0'))
    .join(':');

describe('open time as spans of real time (rule 2)', () => {
  const nineToFive = { timezone: 'America/New_York', hours: everyDay([['09:00', '17:00']]) };

  it.each([
    ['office hours in winter', nineToFive, '2026-01-07', ['14:00–22:00']],
    ['and in summer', nineToFive, '2026-07-08', ['13:00–21:00']],
    [
      'a local date lies in two UTC days',
      { timezone: 'Asia/Tokyo', hours: everyDay([['08:00', '10:00']]) },
      '2026-01-07',
      ['00:00–01:00', '23:00–24:00'],
    ],
    ['a holiday', { ...nineToFive, holidays: ['2026-01-07'] }, '2026-01-07', []],
    [
      'a break',
      { ...nineToFive, breaks: { '2026-01-07': [['12:00', '13:00']] } },
      '2026-01-07',
      ['14:00–17:00', '18:00–22:00'],
    ],
    [
      'a date’s own hours over midnight, into a date on no list',
      { timezone: 'UTC', hours: {}, overrides: { '2026-01-06': [['22:00', '30:00']] } },
      '2026-01-07',
      ['00:00–06:00'],
    ],
    [
      'ranges that touch are one',
      {
        timezone: 'UTC',
        hours: everyDay([
          ['09:00', '12:00'],
          ['12:00', '17:00'],
        ]),
      },
      '2026-01-07',
      ['09:00–17:00'],
    ],
    [
      'a shift over midnight',
      { timezone: 'UTC', hours: everyDay([['22:00', '30:00']]) },
      '2026-01-07',
      ['00:00–06:00', '22:00–24:00'],
    ],
    [
      'a skipped hour is not open',
      { timezone: 'America/New_York', hours: everyDay([['01:00', '04:00']]) },
      '2026-03-08',
      ['06:00–08:00'],
    ],
    [
      'a repeated one is open twice',
      { timezone: 'America/New_York', hours: everyDay([['01:00', '02:00']]) },
      '2026-11-01',
      ['05:00–07:00'],
    ],
  ])('%s', (_, calendar, date, expected) => {
    expect(shown(calendar, date)).toEqual(expected);
  });

  it('the seconds of a day and of a block of days are those of their spans', () => {
    const spans = spansOf({ ...nineToFive, holidays: ['2026-01-07'] });
    const block = Math.floor(day('2026-01-07') / daysPerBlock);
    const days = Array.from({ length: daysPerBlock }, (_, index) => spans.day(block * daysPerBlock + index));
    expect(spans.day(day('2026-01-06')).seconds).toBe(8 * 3600);
    expect(spans.day(day('2026-01-07')).seconds).toBe(0);
    expect(spans.blockSeconds(block)).toBe(days.reduce((sum, { seconds }) => sum + seconds, 0));
    expect(spans.blockSeconds(block)).toBe((daysPerBlock - 1) * 8 * 3600);
    expect(spans.usualBlockSeconds).toBe(daysPerBlock * 8 * 3600);
    expect(daysPerBlock).toBe(64);
  });

  it('are worked out once a day and calendar', () => {
    const calendar = valueOf(parseCalendar(nineToFive));
    expect(openSpans(calendar)).toBe(openSpans(calendar));
    expect(openSpans(calendar).day(20_000)).toBe(openSpans(calendar).day(20_000));
  });

  it('and kept for the 20,000 days asked since the memory was last emptied', () => {
    const spans = openSpans(valueOf(parseCalendar({ timezone: 'UTC', hours: {} })));
    const days = Array.from({ length: 20_000 }, (_, index) => spans.day(index));
    expect([spans.day(0) === days[0], spans.day(19_999) === days[19_999]]).toEqual([true, true]);
    spans.day(20_000);
    expect(spans.day(0)).not.toBe(days[0]);
    expect(spans.day(0)).toBe(spans.day(0));
  });

  it('a block of days is summed once', () => {
    const spans = openSpans(
      valueOf(parseCalendar({ timezone: 'UTC', hours: everyDay([['09:00', '10:00']]) })),
    );
    const asked = jest.spyOn(spans, 'day');
    expect([spans.blockSeconds(320), spans.blockSeconds(320)]).toEqual([230_400, 230_400]);
    expect(asked).toHaveBeenCalledTimes(daysPerBlock);
  });

  it('says whether the week opens anything, and where its lists begin and end', () => {
    const lists = {
      timezone: 'UTC',
      hours: {},
      holidays: ['2026-03-01'],
      overrides: { '2026-02-01': [['09:00', '10:00']] },
      breaks: { '2026-04-01': [['09:00', '10:00']] },
    };
    const { opensWeekly, firstListedDay, lastListedDay } = spansOf(lists);
    expect([opensWeekly, firstListedDay, lastListedDay]).toEqual([
      false,
      day('2026-01-29'),
      day('2026-04-04'),
    ]);
    expect(spansOf(nineToFive).opensWeekly).toBe(true);
    const nothing = spansOf({ timezone: 'UTC', hours: {} });
    expect([nothing.firstListedDay, nothing.lastListedDay]).toEqual([Infinity, -Infinity]);
  });
});
