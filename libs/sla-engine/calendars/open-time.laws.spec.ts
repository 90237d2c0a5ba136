import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addBusinessDays } from './add-business-days';
import { addOpenTime } from './add-open-time';
import { businessDaysBetween } from './business-days-between';
import { type Calendar, weekdays } from './calendar';
import { formatLocalDate } from './epoch-day';
import { isBusinessDay } from './is-business-day';
import { localDateOf } from './wall-time-of';
import { openTimeBetween } from './open-time-between';
import { parseCalendar } from './parse-calendar';
import { openSpans } from './open-spans';

/**
 * The rule as its text says it (semantics rule 2), minute by minute through Temporal, slow and with nothing in common
 * with the code under test: an instant is open when its local wall time lies in a range of its date, or of the date
 * before when that range runs past midnight, and in no break.
 */
function openByTheRule(calendar: CalendarJson, { minute, today, yesterday }: LocalMinute): boolean {
  const covered =
    inside(hoursOf(calendar, today), minute) || inside(hoursOf(calendar, yesterday), minute + 1440);
  const inBreak =
    inside(calendar.breaks[today.date] ?? [], minute) ||
    inside(calendar.breaks[yesterday.date] ?? [], minute + 1440);
  return covered && !inBreak;
}

interface LocalMinute {
  minute: number;
  today: { date: string; weekday: string };
  yesterday: { date: string; weekday: string };
}

function localMinute(instant: Temporal.Instant, zone: string): LocalMinute {
  const local = instant.toZonedDateTimeISO(zone);
  const [today, yesterday] = [local.toPlainDate(), local.toPlainDate().subtract({ days: 1 })].map((date) => ({
    date: `${date}`,
    weekday: weekdays[date.dayOfWeek - 1] ?? '',
  })) as [LocalMinute['today'], LocalMinute['today']];
  return { minute: local.hour * 60 + local.minute, today, yesterday };
}

function hoursOf(calendar: CalendarJson, { date, weekday }: LocalMinute['today']): Ranges {
  return calendar.holidays.includes(date) ? [] : (calendar.overrides[date] ?? calendar.hours[weekday] ?? []);
}

type Ranges = [string, string][];

interface CalendarJson {
  timezone: string;
  hours: Record<string, Ranges>;
  holidays: string[];
  overrides: Record<string, Ranges>;
  breaks: Record<string, Ranges>;
}

function inside(ranges: Ranges, minute: number): boolean {
  return ranges.some(([from, to]) => minute >= minutesOf(from) && minute < minutesOf(to));
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Days around which the clocks change or the law does, so that every run meets one. */
const zones: Record<string, string[]> = {
  UTC: ['2026-03-01'],
  'America/New_York': ['2026-03-07', '2026-10-31', '2006-04-01'],
  'Asia/Kolkata': ['2026-03-07'],
  'Pacific/Chatham': ['2026-04-04', '2026-09-26'],
  'Australia/Lord_Howe': ['2026-04-04', '2026-10-03'],
  'America/St_Johns': ['2010-11-05', '2010-03-13', '2026-10-31'],
  'Pacific/Apia': ['2011-12-29'],
  'America/Sao_Paulo': ['2018-11-03', '2018-02-17'],
};

const quarter = fc.integer({ min: 0, max: 4 * 48 });

/** Up to two ranges a day, a quarter of an hour or more long, possibly across midnight. */
const ranges: fc.Arbitrary<Ranges> = fc
  .uniqueArray(quarter, { minLength: 0, maxLength: 4 })
  .map((quarters) => quarters.toSorted((a, b) => a - b))
  .map((edges) =>
    [0, 2].flatMap((index): Ranges => {
      const [from, to] = [edges[index], edges[index + 1]];
      return from === undefined || to === undefined || from >= 96
        ? []
        : [[timeOf(from * 15), timeOf(to * 15)]];
    }),
  );

function calendarsAround(zone: string, first: string): fc.Arbitrary<CalendarJson> {
  const dates = [0, 1, 2, 3, 4].map((day) => `${Temporal.PlainDate.from(first).add({ days: day })}`);
  const someDates = fc.dictionary(fc.constantFrom(...dates), ranges, { maxKeys: 2 });
  return fc.record({
    timezone: fc.constant(zone),
    hours: fc.record(Object.fromEntries(weekdays.map((weekday) => [weekday, ranges]))),
    holidays: fc.subarray(dates, { maxLength: 1 }),
    overrides: someDates,
    breaks: someDates,
  });
}

function parsed(json: CalendarJson): Calendar {
  const outcome = parseCalendar(json);
  if (!outcome.ok) {
    throw new Error(`${outcome.problem.path}: ${outcome.problem.detail}`);
  }
  return outcome.value;
}

const minutesWatched = 4 * 1440;

describe.each(Object.entries(zones).flatMap(([zone, days]) => days.map((day) => [zone, day] as const)))(
  'open time in %s around %s',
  (zone, first) => {
    const begin = Temporal.PlainDate.from(first).toZonedDateTime('UTC').toInstant();
    const minutes = Array.from({ length: minutesWatched }, (_, minute) =>
      localMinute(begin.add({ minutes: minute }), zone),
    );

    it('equals the rule applied minute by minute: between, add and 0 s (rules 2 and 3)', () => {
      fc.assert(
        fc.property(
          calendarsAround(zone, first),
          fc.nat(minutesWatched - 1),
          fc.nat(minutesWatched - 1),
          (json, one, other) => {
            const calendar = parsed(json);
            const open = minutes.map((minute) => openByTheRule(json, minute));
            const [from, to] = one < other ? [one, other] : [other, one];
            const start = begin.add({ minutes: from });
            const counted = open.slice(from, to).filter(Boolean).length;
            expect(openTimeBetween(calendar, start, begin.add({ minutes: to }))).toEqual({
              ok: true,
              value: BigInt(counted) * 60_000_000_000n,
            });
            if (counted > 0) {
              const last = open.lastIndexOf(true, to - 1);
              expect(instantText(addOpenTime(calendar, start, BigInt(counted) * 60_000_000_000n))).toBe(
                begin.add({ minutes: last + 1 }).toString(),
              );
              expect(instantText(addOpenTime(calendar, start, 0n))).toBe(
                begin.add({ minutes: open.indexOf(true, from) }).toString(),
              );
            }
          },
        ),
        { numRuns: 15, seed: 20260301 },
      );
    });

    it('a date is a business day exactly when an instant of its own hours is open', () => {
      fc.assert(
        fc.property(calendarsAround(zone, first), (json) => {
          const calendar = parsed(json);
          // Keep one date's hours, close the others: what is still open belongs to that date.
          const date = Temporal.PlainDate.from(first).add({ days: 1 });
          const around = [-4, -3, -2, -1, 1, 2, 3, 4].map((day) => `${date.add({ days: day })}`);
          const alone = { ...json, holidays: [...json.holidays, ...around] };
          const ownOpen = minutes.some((minute) => openByTheRule(alone, minute));
          expect(isBusinessDay(calendar, localDateOf(date.toZonedDateTime('UTC').toInstant(), 'UTC'))).toBe(
            ownOpen,
          );
        }),
        { numRuns: 15, seed: 20260302 },
      );
    });
  },
);

function instantText(outcome: ReturnType<typeof addOpenTime>): string {
  return outcome.ok ? outcome.value.toString() : outcome.problem.code;
}

const anywhere = fc.constantFrom(
  ...Object.entries(zones).flatMap(([zone, days]) => days.map((day) => [zone, day] as const)),
);
const anyCalendar = anywhere.chain(([zone, day]) =>
  fc.tuple(
    calendarsAround(zone, day),
    fc.constant(Temporal.PlainDate.from(day).toZonedDateTime('UTC').toInstant()),
  ),
);

describe('laws of open time', () => {
  it('add, then between, gives the amount back, for years and to the nanosecond', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.bigInt({ min: 0n, max: 6n * 86_400_000_000_000n }),
        fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.bigInt({ min: 0n, max: 10n ** 17n })),
        ([json, begin], offset, amount) => {
          const calendar = parsed(json);
          const start = begin.add({ nanoseconds: 0 }).add(durationOf(offset));
          const end = addOpenTime(calendar, start, amount);
          if (end.ok) {
            expect(openTimeBetween(calendar, start, end.value)).toEqual({ ok: true, value: amount });
            expect(openTimeBetween(calendar, end.value, start)).toEqual({ ok: true, value: -amount });
          } else {
            expect(['calendar.neverOpen', 'calendar.beyondHorizon']).toContain(end.problem.code);
          }
        },
      ),
      { numRuns: 150, seed: 20260303 },
    );
  });

  it('splitting a stretch changes no count, and a later end never counts less', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.array(fc.nat(400 * 86_400), { minLength: 3, maxLength: 3 }),
        ([json, begin], cuts) => {
          const calendar = parsed(json);
          const [a, b, c] = cuts.toSorted((x, y) => x - y).map((seconds) => begin.add({ seconds })) as [
            Temporal.Instant,
            Temporal.Instant,
            Temporal.Instant,
          ];
          const [ab, bc, ac] = [count(calendar, a, b), count(calendar, b, c), count(calendar, a, c)];
          expect(ab + bc).toBe(ac);
          expect(ac).toBeGreaterThanOrEqual(ab);
        },
      ),
      { numRuns: 100, seed: 20260304 },
    );
  });

  it('a calendar that never closes loses no second and gains none (zammad#3180)', () => {
    fc.assert(
      fc.property(
        anywhere,
        fc.nat(1000 * 86_400),
        fc.nat(1000 * 86_400),
        ([timezone, day], from, seconds) => {
          const hours = Object.fromEntries(
            weekdays.map((weekday) => [weekday, [['00:00', '24:00']] as Ranges]),
          );
          const calendar = parsed({ timezone, hours, holidays: [], overrides: {}, breaks: {} });
          const start = Temporal.PlainDate.from(day)
            .toZonedDateTime('UTC')
            .toInstant()
            .add({ seconds: from });
          const end = start.add({ seconds });
          expect(count(calendar, start, end)).toBe(BigInt(seconds) * 1_000_000_000n);
          expect(instantText(addOpenTime(calendar, start, BigInt(seconds) * 1_000_000_000n))).toBe(
            end.toString(),
          );
        },
      ),
      { numRuns: 60, seed: 20260305 },
    );
  });

  it('adding business days, then counting them, gives the days back in both directions', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: -40, max: 40 }), ([json, begin], days) => {
        const calendar = parsed(json);
        const date = localDateOf(begin, 'UTC') + 2;
        const end = addBusinessDays(calendar, date, days, 'count');
        if (end.ok && days > 0) {
          expect(businessDaysBetween(calendar, date, end.value)).toEqual({ ok: true, value: days });
          expect(businessDaysBetween(calendar, end.value, date)).toEqual({ ok: true, value: -days });
        }
        if (end.ok && days !== 0) {
          expect([formatLocalDate(end.value), isBusinessDay(calendar, end.value)]).toEqual([
            expect.any(String),
            true,
          ]);
        }
      }),
      { numRuns: 100, seed: 20260306 },
    );
  });

  it('the spans of neighbouring days are in order and do not overlap, even across a midnight that repeats', () => {
    fc.assert(
      fc.property(anyCalendar, ([json, begin]) => {
        const spans = openSpans(parsed(json));
        const first = localDateOf(begin, 'UTC') - 1;
        const edges = [0, 1, 2, 3, 4, 5].flatMap((day) =>
          spans.day(first + day).spans.flatMap((s) => [s.from, s.until]),
        );
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      }),
      { numRuns: 100, seed: 20260307 },
    );
  });
});

function durationOf(nanoseconds: bigint): Temporal.Duration {
  return Temporal.Duration.from({
    milliseconds: Number(nanoseconds / 1_000_000n),
    nanoseconds: Number(nanoseconds % 1_000_000n),
  });
}

function count(calendar: Calendar, from: Temporal.Instant, to: Temporal.Instant): bigint {
  const outcome = openTimeBetween(calendar, from, to);
  return outcome.ok ? outcome.value : -1n;
}
