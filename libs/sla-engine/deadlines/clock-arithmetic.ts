import {
  type Calendar,
  type EpochDay,
  addBusinessDays,
  addOpenTime,
  businessDaysBetween,
  formatLocalDate,
  instantOfWallTime,
  localDateOf,
  nanosecondsPerSecond,
  openTimeBetween,
  secondsPerDay,
} from '../calendars';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace } from '../trace';
import type { ClockAmount, ClockTerms } from './clock-terms';

/** A deadline; days clocks also say the local date it stands for, which its instant at 24:00 no longer shows. */
export interface Due {
  readonly instant: Temporal.Instant;
  readonly date: EpochDay | null;
}

/** What a clock's unit means: how long something took, and when an amount counted from the start is used up. */
export interface ClockArithmetic {
  /** Own-unit time from one instant to a later one. */
  measure(from: Temporal.Instant, to: Temporal.Instant): Outcome<ClockAmount>;
  due(amount: ClockAmount): Outcome<Due>;
  /** Own-unit time left at an instant; negative once overdue. */
  left(at: Temporal.Instant, due: Due): Outcome<ClockAmount>;
  /** How the start was understood, where that needs saying. */
  readonly origin: Trace;
}

/** The arithmetic of one clock's unit from its start on (semantics rule 5). Problem: `clock.calendarMissing`. */
export function clockArithmetic(
  terms: ClockTerms,
  calendar: Calendar | undefined,
  start: Temporal.Instant,
): Outcome<ClockArithmetic> {
  if (terms.unit === 'elapsedHours') {
    return succeed(elapsed(start));
  }
  if (terms.unit === 'calendarDays') {
    return succeed(days(terms, start, localDateOf(start, terms.zone), everyDay, []));
  }
  if (calendar === undefined) {
    return fail('clock.calendarMissing', `A clock of ${terms.unit} needs a calendar.`, 'calendar');
  }
  return terms.unit === 'businessHours'
    ? succeed(business(calendar, start))
    : businessDays(terms, calendar, start);
}

/** 24 h and 72 h clocks: no calendar, no effect of clock changes (semantics rule 7). */
function elapsed(start: Temporal.Instant): ClockArithmetic {
  const measure = (from: Temporal.Instant, to: Temporal.Instant) =>
    succeed(to.epochNanoseconds - from.epochNanoseconds);
  return {
    measure,
    due: (amount) => succeed({ instant: new Temporal.Instant(start.epochNanoseconds + amount), date: null }),
    left: (at, due) => measure(at, due.instant),
    origin: [],
  };
}

function business(calendar: Calendar, start: Temporal.Instant): ClockArithmetic {
  return {
    measure: (from, to) => openTimeBetween(calendar, from, to),
    due: (amount) => {
      const instant = addOpenTime(calendar, start, amount);
      return instant.ok ? succeed({ instant: instant.value, date: null }) : instant;
    },
    left: (at, due) => openTimeBetween(calendar, at, due.instant),
    origin: [],
  };
}

interface DayCount {
  add(date: EpochDay, days: number): Outcome<EpochDay>;
  between(from: EpochDay, to: EpochDay): Outcome<number>;
}

const everyDay: DayCount = {
  add: (date, count) => succeed(date + count),
  between: (from, to) => succeed(to - from),
};

function businessDays(
  terms: ClockTerms,
  calendar: Calendar,
  start: Temporal.Instant,
): Outcome<ClockArithmetic> {
  const received = localDateOf(start, terms.zone);
  const origin = addBusinessDays(calendar, received, 0, terms.originRule);
  if (!origin.ok) {
    return origin;
  }
  const count: DayCount = {
    add: (date, number) => addBusinessDays(calendar, date, number, 'count'),
    between: (from, to) => businessDaysBetween(calendar, from, to),
  };
  const rolled: Trace =
    origin.value === received
      ? []
      : [
          {
            rule: 'clock.originRolled',
            facts: { received: formatLocalDate(received), to: formatLocalDate(origin.value) },
          },
        ];
  return succeed(days(terms, start, origin.value, count, rolled));
}

/** Local dates are counted, the trigger day excluded, due at the cut-off (semantics rule 6). */
function days(
  terms: ClockTerms,
  start: Temporal.Instant,
  origin: EpochDay,
  count: DayCount,
  trace: Trace,
): ClockArithmetic {
  const between = (from: EpochDay, to: EpochDay): Outcome<ClockAmount> => {
    // Before the day the clock counts from, nothing has been used: a pause over a rolled weekend takes no time.
    const counted = count.between(Math.max(from, origin), Math.max(to, origin));
    return counted.ok ? succeed(BigInt(counted.value)) : counted;
  };
  const dueOn = (amount: ClockAmount): Outcome<Due> => {
    const date = count.add(origin, Number(amount));
    return date.ok ? succeed({ instant: cutOffOf(terms, date.value), date: date.value }) : date;
  };
  return {
    measure: (from, to) => between(localDateOf(from, terms.zone), localDateOf(to, terms.zone)),
    due: (amount) => {
      const due = dueOn(amount);
      // "The same day", asked for after that day's cut-off, is the next counted day: no deadline precedes its start.
      return due.ok && Temporal.Instant.compare(due.value.instant, start) < 0 ? dueOn(amount + 1n) : due;
    },
    left: (at, due) => between(localDateOf(at, terms.zone), due.date ?? localDateOf(due.instant, terms.zone)),
    origin: trace,
  };
}

function cutOffOf(terms: ClockTerms, date: EpochDay): Temporal.Instant {
  // The end of a day is its very last midnight; a named time is reached when the clocks first show it.
  const occurrence = terms.cutOff === secondsPerDay ? 'last' : 'first';
  const seconds = instantOfWallTime(terms.zone, date * secondsPerDay + terms.cutOff, occurrence);
  return new Temporal.Instant(BigInt(seconds) * nanosecondsPerSecond);
}
