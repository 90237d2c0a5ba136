import { describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { addOpenTime } from './add-open-time';
import { openSpans } from './open-spans';
import { parseCalendar } from './parse-calendar';
import { nanosecondsPerHour } from './time-units';

describe('how many days are looked at to add open time', () => {
  const nineToFive = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['09:00', '17:00']]]),
  );
  /** A day of 2026-01 that begins a block of 64. */
  const blockBegins = 20_480;
  const hour = nanosecondsPerHour;

  it.each<[string, object, [day: number, hour: number], bigint, number, number, [day: number, hour: number]]>(
    [
      ['one by one, where it is not long', {}, [-1, 9], 80n * hour, 10, 0, [8, 17]],
      ['and up to what a block usually has', {}, [-1, 9], 520n * hour, 65, 0, [63, 17]],
      ['beyond it a block at once', {}, [-1, 9], 520n * hour + 1_000_000_000n, 2, 1, [64, 9]],
      ['and one after the other', {}, [-1, 12], 5_126n * hour, 2, 10, [640, 10]],
      ['not of the block in which it starts', {}, [0, 12], 600n * hour, 76, 0, [75, 12]],
      [
        'a block that has more than usual, used up at its end (rule 3)',
        { overrides: { '2026-02-01': [['09:00', '18:00']] } },
        [-1, 9],
        521n * hour,
        65,
        1,
        [63, 17],
      ],
      [
        'and a nanosecond more',
        { overrides: { '2026-02-01': [['09:00', '18:00']] } },
        [-1, 9],
        521n * hour + 1n,
        2,
        1,
        [64, 9],
      ],
      [
        'years in which nothing opens, by blocks',
        { hours: {}, overrides: { '2030-01-02': [['09:00', '17:00']] } },
        [-1, 9],
        8n * hour,
        30,
        23,
        [1436, 17],
      ],
    ],
  )('%s', (_, more, [startDay, startHour], amount, days, blocks, [day, atHour]) => {
    const calendar = valueOf(parseCalendar({ timezone: 'UTC', hours: nineToFive, ...more }));
    const instant = (of: number, hours: number) =>
      Temporal.Instant.fromEpochMilliseconds(((blockBegins + of) * 24 + hours) * 3_600_000);
    const added = () => addOpenTime(calendar, instant(startDay, startHour), amount);
    // What has been worked out once is kept: the second time only the questions are counted.
    added();
    const [askedDay, askedBlock] = [
      jest.spyOn(openSpans(calendar), 'day'),
      jest.spyOn(openSpans(calendar), 'blockSeconds'),
    ];
    const { epochNanoseconds } = valueOf(added());
    expect(epochNanoseconds - (amount % hour)).toBe(instant(day, atHour).epochNanoseconds);
    // Whether it starts in an open second is asked as well.
    expect([askedDay.mock.calls.length - 1, askedBlock.mock.calls.length]).toEqual([days, blocks]);
  });

  it('none after the last date on a list, where the week opens nothing', () => {
    const once = { overrides: { '2026-02-01': [['09:00', '17:00']] } };
    const calendar = valueOf(parseCalendar({ timezone: 'UTC', hours: {}, ...once }));
    const asked = jest.spyOn(openSpans(calendar), 'day');
    const start = Temporal.Instant.from('2026-02-01T09:00:00Z');
    expect(addOpenTime(calendar, start, 9n * hour)).toMatchObject({
      problem: { code: 'calendar.neverOpen' },
    });
    // Its own day twice, and the three beyond which no zone shows the date.
    expect(asked).toHaveBeenCalledTimes(5);
  });
});
