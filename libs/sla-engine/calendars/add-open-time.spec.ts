import { describe, expect, it } from '@jest/globals';
import { addOpenTime } from './add-open-time';
import { formatInstant } from './instant-text';
import { parseCalendar } from './parse-calendar';
import { nanosecondsPerHour } from './time-units';

const always = [['00:00', '24:00']];
const everyDay = (ranges: string[][]) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ranges]));

function add(calendar: object, start: string, hours: number): string {
  const parsed = parseCalendar(calendar);
  if (!parsed.ok) {
    return parsed.problem.code;
  }
  const amount = (BigInt(Math.round(hours * 3600)) * nanosecondsPerHour) / 3600n;
  const outcome = addOpenTime(parsed.value, Temporal.Instant.from(start), amount);
  return outcome.ok ? formatInstant(outcome.value, parsed.value.zone) : outcome.problem.code;
}

const newYork = (hours: object, more: object = {}) => ({ timezone: 'America/New_York', hours, ...more });

const mondaysOf2026 = Array.from({ length: 52 }, (_, week) =>
  Temporal.PlainDate.from('2026-01-05').add({ weeks: week }).toString(),
);

describe('addOpenTime', () => {
  it.each([
    [
      'a 25-hour day open all day has 25 h (rule 2)',
      newYork({ sun: always }),
      '2026-11-01T00:00:00-04:00',
      25,
      '2026-11-02T00:00:00-05:00',
    ],
    [
      'a 23-hour day has 23 h',
      newYork({ sun: always }),
      '2026-03-08T00:00:00-05:00',
      23,
      '2026-03-09T00:00:00-04:00',
    ],
    [
      'a repeated hour is open twice',
      newYork({ sun: [['01:00', '02:00']] }),
      '2026-11-01T00:00:00-04:00',
      2,
      '2026-11-01T02:00:00-05:00',
    ],
    [
      'half of a repeated hour opens, closes and opens',
      newYork({ sun: [['01:30', '02:00']] }),
      '2026-11-01T00:00:00-04:00',
      0.75,
      '2026-11-01T01:45:00-05:00',
    ],
    [
      'a skipped hour is never open',
      newYork({ sun: [['02:00', '03:00']] }),
      '2026-03-08T00:00:00-05:00',
      0.5,
      '2026-03-15T02:30:00-04:00',
    ],
    [
      'a range over the gap lasts what really passes',
      newYork({ sun: [['01:30', '03:30']] }),
      '2026-03-08T00:00:00-05:00',
      1,
      '2026-03-08T03:30:00-04:00',
    ],
    [
      'across midnight',
      newYork({ fri: [['22:00', '30:00']] }),
      '2026-03-06T23:00:00-05:00',
      2,
      '2026-03-07T01:00:00-05:00',
    ],
    [
      'several ranges a day',
      newYork(
        everyDay([
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ]),
      ),
      '2026-03-06T11:00:00-05:00',
      2,
      '2026-03-06T14:00:00-05:00',
    ],
    [
      'landing at the first close (rule 3)',
      newYork(
        everyDay([
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ]),
      ),
      '2026-03-06T11:00:00-05:00',
      1,
      '2026-03-06T12:00:00-05:00',
    ],
    [
      'landing at close before a long closure (rule 3)',
      newYork({ mon: [['09:00', '17:00']] }),
      '2026-03-02T09:00:00-05:00',
      8,
      '2026-03-02T17:00:00-05:00',
    ],
    [
      'landing at close after many weeks (rule 3)',
      newYork({ mon: [['09:00', '17:00']] }),
      '2026-03-02T09:00:00-05:00',
      8 * 104,
      '2028-02-21T17:00:00-05:00',
    ],
    [
      '0 h waits for the opening',
      newYork({ mon: [['09:00', '17:00']] }),
      '2026-03-03T09:00:00-05:00',
      0,
      '2026-03-09T09:00:00-04:00',
    ],
    [
      '0 h at closing time waits for the opening',
      newYork({ mon: [['09:00', '17:00']] }),
      '2026-03-02T17:00:00-05:00',
      0,
      '2026-03-09T09:00:00-04:00',
    ],
    [
      'start inside the hours of the day before',
      newYork({ mon: [['22:00', '30:00']] }),
      '2026-03-03T05:00:00-05:00',
      2,
      '2026-03-09T23:00:00-04:00',
    ],
    [
      'only an override opens it, years away',
      newYork({}, { overrides: { '2030-01-02': [['09:00', '17:00']] } }),
      '2026-03-03T05:00:00-05:00',
      8,
      '2030-01-02T17:00:00-05:00',
    ],
    [
      'closed for good before the amount has passed',
      newYork({}, { overrides: { '2030-01-02': [['09:00', '17:00']] } }),
      '2026-03-03T05:00:00-05:00',
      8.5,
      'calendar.neverOpen',
    ],
    ['never open', newYork({}), '2026-03-03T05:00:00-05:00', 0, 'calendar.neverOpen'],
    [
      'open 36,525 days later',
      newYork({}, { overrides: { '2126-03-04': [['09:00', '17:00']] } }),
      '2026-03-03T15:00:00Z',
      8,
      '2126-03-04T17:00:00-05:00',
    ],
    [
      'open a day after that',
      newYork({}, { overrides: { '2126-03-05': [['09:00', '17:00']] } }),
      '2026-03-03T15:00:00Z',
      8,
      'calendar.beyondHorizon',
    ],
    [
      'a week that closes for a year is looked through day by day',
      newYork({ mon: [['09:00', '17:00']] }, { holidays: mondaysOf2026 }),
      '2026-01-01T15:00:00Z',
      9,
      '2027-01-11T10:00:00-05:00',
    ],
    [
      'beyond a hundred years',
      newYork({ mon: [['09:00', '17:00']] }),
      '2026-03-03T05:00:00-05:00',
      42_000,
      'calendar.beyondHorizon',
    ],
    [
      'on the last day that can be written',
      newYork(everyDay(always)),
      '9998-12-31T00:00:00Z',
      1,
      '9998-12-30T20:00:00-05:00',
    ],
    [
      'on the first',
      { timezone: 'UTC', hours: everyDay(always) },
      '0001-01-01T00:00:00Z',
      1,
      '0001-01-01T01:00:00+00:00',
    ],
    [
      'at the end of the years that can be written',
      newYork(everyDay(always)),
      '9998-12-31T00:00:00Z',
      48,
      'calendar.beyondHorizon',
    ],
    [
      'a negative amount',
      newYork(everyDay(always)),
      '2026-03-03T05:00:00-05:00',
      -1,
      'calendar.amountNegative',
    ],
  ])('%s', (_, calendar, start, hours, expected) => {
    expect(add(calendar, start, hours)).toBe(expected);
  });

  it.each([
    [
      'a fraction of a second is carried along',
      '2026-03-02T09:00:00.75-05:00',
      500_000_000n,
      '2026-03-02T09:00:01.25-05:00',
    ],
    [
      'used up at close to the nanosecond (rule 3)',
      '2026-03-02T16:59:59.25-05:00',
      750_000_000n,
      '2026-03-02T17:00:00-05:00',
    ],
    [
      'a nanosecond more is after the next opening',
      '2026-03-02T16:59:59.25-05:00',
      750_000_001n,
      '2026-03-09T09:00:00.000000001-04:00',
    ],
    [
      'a fraction that passes while closed is not open time',
      '2026-03-02T08:59:59.5-05:00',
      1_000_000_000n,
      '2026-03-02T09:00:01-05:00',
    ],
    [
      '0 within an open second stays there',
      '2026-03-02T09:00:00.000000001-05:00',
      0n,
      '2026-03-02T09:00:00.000000001-05:00',
    ],
    [
      'whole weeks and a nanosecond over many blocks of days',
      '2026-03-02T09:00:00-05:00',
      200n * 8n * nanosecondsPerHour + 1n,
      '2029-12-31T09:00:00.000000001-05:00',
    ],
    ['nor is one after closing', '2026-03-02T17:00:00.5-05:00', 1_000_000_000n, '2026-03-09T09:00:01-04:00'],
    ['before the years that can be written', '-000001-06-01T12:00:00Z', 0n, 'calendar.beyondHorizon'],
    ['after them', '+010000-06-01T12:00:00Z', 0n, 'calendar.beyondHorizon'],
  ])('to the nanosecond: %s', (_, start, amount, expected) => {
    const monday = parseCalendar(newYork({ mon: [['09:00', '17:00']] }));
    const outcome = monday.ok ? addOpenTime(monday.value, Temporal.Instant.from(start), amount) : monday;
    expect(outcome.ok ? formatInstant(outcome.value, 'America/New_York') : outcome.problem.code).toBe(
      expected,
    );
  });

  it.each([
    [-1n, 'Open time can only be added: the amount must not be negative.'],
    [
      8n * nanosecondsPerHour + 1n,
      'After 2026-03-02T09:00:00-05:00 the calendar is not open for that long ever again.',
    ],
  ])('says why it cannot add %d ns', (amount, detail) => {
    const once = parseCalendar(newYork({}, { overrides: { '2026-03-02': [['09:00', '17:00']] } }));
    const start = Temporal.Instant.from('2026-03-02T14:00:00Z');
    expect(once.ok && addOpenTime(once.value, start, amount)).toMatchObject({
      problem: { detail, path: '' },
    });
  });

  it('says that it looked far enough', () => {
    const monday = parseCalendar(newYork({ mon: [['09:00', '17:00']] }));
    const start = Temporal.Instant.from('2026-03-02T14:00:00Z');
    expect(monday.ok && addOpenTime(monday.value, start, 42_000n * nanosecondsPerHour)).toMatchObject({
      problem: { detail: 'That much open time takes more than 100 years, or ends after year 9998.' },
    });
  });

  it('after the years that can be written it says so of a calendar that is never open, too', () => {
    expect(add(newYork({}), '+010000-06-01T12:00:00Z', 1)).toBe('calendar.beyondHorizon');
  });
});
