/**
 * What the engine and the libraries are asked, the same for all of them: from a seed, in whole minutes, because some
 * know no other unit.
 */
import {
  type Calendar,
  type Outcome,
  addOpenTime,
  formatLocalDate,
  openTimeBetween,
  parseCalendar,
  usFederalHolidays,
} from '@plumbline/sla-engine';
import { SeededRandom } from '../../demo/random';

export const zone = 'America/New_York';
const [firstDay, days] = [Temporal.PlainDate.from('2025-01-01'), 3 * 365];
export const MINUTE = 60_000_000_000n;

/** Calendars that every library can be told: the hours of a weekday, whole-day holidays. */
export interface PlainCalendar {
  readonly name: 'office' | 'aroundTheClock';
  /** Weekdays as the engine names them. */
  readonly hours: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly holidays: readonly string[];
}

const officeDay = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
] as const;
const wholeDay = [['00:00', '24:00']] as const;
const week = ['mon', 'tue', 'wed', 'thu', 'fri'];

export const office: PlainCalendar = {
  name: 'office',
  hours: Object.fromEntries(week.map((day) => [day, officeDay])),
  holidays: [2025, 2026, 2027, 2028].flatMap((year) =>
    given(usFederalHolidays(year)).map(({ date }) => formatLocalDate(date)),
  ),
};

/** A nurse line: no closing time, but two clock changes a year. */
export const aroundTheClock: PlainCalendar = {
  name: 'aroundTheClock',
  hours: Object.fromEntries([...week, 'sat', 'sun'].map((day) => [day, wholeDay])),
  holidays: [],
};

export function engineCalendar({ hours, holidays }: PlainCalendar, timezone = zone): Calendar {
  return given(parseCalendar({ timezone, hours, holidays }));
}

/** The questions are well-formed: a problem is a fault of the bench. */
export function given<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problem.detail);
}

/** "When have so many open minutes passed since?" */
export interface OpenTimeQuestion {
  readonly calendar: PlainCalendar;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly minutes: number;
}

/** "Which date is so many business days later?" */
export interface BusinessDayQuestion {
  readonly date: string;
  readonly days: number;
}

/**
 * In turn: starts in opening hours; at any minute, night and holidays included; that land on a closing time; with seconds;
 * across a clock change where nothing closes.
 */
export function openTimeQuestions(count: number, seed: string): readonly OpenTimeQuestion[] {
  const random = new SeededRandom(seed);
  const calendar = engineCalendar(office);
  const anyMinute = () => at(Math.floor(random.next() * days), Math.floor(random.next() * 1440));
  const amount = () => 1 + Math.floor(random.next() * 4800);
  const open = (start: Temporal.Instant) => given(addOpenTime(calendar, start, 0n));
  const kinds: readonly (() => Omit<OpenTimeQuestion, 'calendar'> & { calendar?: PlainCalendar })[] = [
    () => ({ start: open(anyMinute()).epochMilliseconds, minutes: amount() }),
    () => ({ start: anyMinute().epochMilliseconds, minutes: amount() }),
    () => {
      const start = open(anyMinute());
      const closing = start.toZonedDateTimeISO(zone).with({ hour: 17, minute: 0 }).toInstant();
      const today = Number(given(openTimeBetween(calendar, start, closing)) / MINUTE);
      return { start: start.epochMilliseconds, minutes: today + 420 * Math.floor(random.next() * 5) };
    },
    () => ({
      start: open(anyMinute()).epochMilliseconds + 1000 * Math.floor(random.next() * 60),
      minutes: amount(),
    }),
    () => {
      const change = clockChange(Math.floor(random.next() * 6));
      const before = 60 * (1 + Math.floor(random.next() * 24));
      return {
        calendar: aroundTheClock,
        start: change.subtract({ minutes: before }).epochMilliseconds,
        minutes: before + Math.floor(random.next() * 1440),
      };
    },
  ];
  return Array.from({ length: count }, (_, index) => ({
    calendar: office,
    ...(kinds[index % kinds.length]?.() ?? { start: 0, minutes: 0 }),
  }));
}

/** Any date, weekends and holidays included, a month on at most. */
export function businessDayQuestions(count: number, seed: string): readonly BusinessDayQuestion[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, () => ({
    date: firstDay.add({ days: Math.floor(random.next() * days) }).toString(),
    days: 1 + Math.floor(random.next() * 22),
  }));
}

function at(day: number, minute: number): Temporal.Instant {
  const time = Temporal.PlainTime.from('00:00').add({ minutes: minute });
  return firstDay.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
}

/** The zone's n-th clock change from the first day on. */
function clockChange(n: number): Temporal.Instant {
  let change = firstDay.toZonedDateTime(zone);
  for (let index = 0; index <= n; index += 1) change = change.getTimeZoneTransition('next') ?? change;
  return change.toInstant();
}
