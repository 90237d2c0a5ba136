import { describe, expect, it, jest } from '@jest/globals';
import { succeed } from '../outcome';
import { valueOf } from '../value-of.fixture';
import { openSpans } from './open-spans';
import { openTimeBetween } from './open-time-between';
import { parseCalendar } from './parse-calendar';
import { inUnits, nanosecondsPerHour } from './time-units';

const everyDay = (ranges: string[][]) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ranges]));

function hours(calendar: object, start: string, end: string): number | string {
  const parsed = parseCalendar(calendar);
  if (!parsed.ok) {
    return parsed.problem.code;
  }
  const outcome = openTimeBetween(parsed.value, Temporal.Instant.from(start), Temporal.Instant.from(end));
  return outcome.ok ? inUnits(outcome.value, nanosecondsPerHour) : outcome.problem.code;
}

const office = { timezone: 'America/New_York', hours: everyDay([['09:00', '17:00']]) };
const always = { timezone: 'America/New_York', hours: everyDay([['00:00', '24:00']]) };

describe('openTimeBetween', () => {
  it.each([
    ['inside one range', office, '2026-03-02T10:00:00-05:00', '2026-03-02T11:30:00-05:00', 1.5],
    [
      'the opening instant counts, the closing one does not',
      office,
      '2026-03-02T09:00:00-05:00',
      '2026-03-02T17:00:00-05:00',
      8,
    ],
    ['closed all along', office, '2026-03-02T17:00:00-05:00', '2026-03-03T09:00:00-05:00', 0],
    [
      'only what lies before its end, of a day that opens twice',
      {
        timezone: 'America/New_York',
        hours: everyDay([
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ]),
      },
      '2026-03-02T08:00:00-05:00',
      '2026-03-02T11:00:00-05:00',
      2,
    ],
    ['to after closing', office, '2026-03-02T16:00:00-05:00', '2026-03-02T18:30:00-05:00', 1],
    ['the same instant', office, '2026-03-02T10:00:00-05:00', '2026-03-02T10:00:00-05:00', 0],
    ['reversed', office, '2026-03-03T10:00:00-05:00', '2026-03-02T16:00:00-05:00', -2],
    ['a year of office hours', office, '2026-01-01T00:00:00-05:00', '2027-01-01T00:00:00-05:00', 2920],
    [
      '24/7 over both clock changes (zammad#3180)',
      always,
      '2026-01-01T00:00:00-05:00',
      '2027-01-01T00:00:00-05:00',
      8760,
    ],
    ['the 25-hour day', always, '2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00', 25],
    [
      'from within a range to within the next day’s',
      office,
      '2026-03-02T16:00:00-05:00',
      '2026-03-03T10:30:00-05:00',
      2.5,
    ],
    [
      '36,525 days, to the last nanosecond of the day',
      always,
      '2026-01-01T00:00:00Z',
      '2126-01-02T23:59:59.999999999Z',
      876_624,
    ],
    ['a nanosecond more', always, '2026-01-01T00:00:00Z', '2126-01-03T00:00:00Z', 'calendar.beyondHorizon'],
    [
      'more than a hundred years',
      office,
      '2026-01-01T00:00:00Z',
      '2127-01-01T00:00:00Z',
      'calendar.beyondHorizon',
    ],
    [
      'more than a hundred years, reversed',
      office,
      '2127-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
      'calendar.beyondHorizon',
    ],
  ])('%s', (_, calendar, start, end, expected) => {
    expect(hours(calendar, start, end)).toBe(expected);
  });

  it('says how far apart two instants may be', () => {
    const calendar = parseCalendar(office);
    const [start, end] = ['2026-01-01T00:00:00Z', '2127-01-01T00:00:00Z'].map((at) =>
      Temporal.Instant.from(at),
    ) as [Temporal.Instant, Temporal.Instant];
    expect(calendar.ok && openTimeBetween(calendar.value, start, end)).toMatchObject({
      problem: { detail: 'The two instants are more than 100 years apart.', path: '' },
    });
  });

  it.each([
    ['two days', 20_470, 20_472, 2, 0],
    ['up to the end of a block of days', 20_470, 20_543, 73, 0],
    ['a whole block', 20_480, 20_544, 0, 1],
    ['a block, and a day on either side', 20_479, 20_545, 2, 1],
    ['ten years', 20_470, 24_120, 66, 56],
  ])('looks at whole blocks of days at once: %s', (_, first, last, days, blocks) => {
    const calendar = valueOf(parseCalendar({ timezone: 'UTC', hours: everyDay([['09:00', '17:00']]) }));
    const [start, end] = [first, last].map((day) =>
      Temporal.Instant.fromEpochMilliseconds(day * 86_400_000),
    ) as [Temporal.Instant, Temporal.Instant];
    const between = () => openTimeBetween(calendar, start, end);
    // What has been worked out once is kept: the second time only the questions are counted.
    between();
    const [day, block] = [
      jest.spyOn(openSpans(calendar), 'day'),
      jest.spyOn(openSpans(calendar), 'blockSeconds'),
    ];
    expect(between()).toEqual(succeed(BigInt(last - first) * 8n * nanosecondsPerHour));
    // The days of the two instants themselves are asked as well.
    expect([day.mock.calls.length - 2, block.mock.calls.length]).toEqual([days, blocks]);
  });
});
