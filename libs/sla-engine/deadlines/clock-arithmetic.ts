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
  /** The deadline as counted would have passed before the clock ran (again), so it was moved. */
  readonly moved: boolean;
}

/** What a clock's unit means: how long something took, and when an amount counted from the start is used up. */
export interface ClockArithmetic {
  /** Own-unit time from one instant to a later one. */
  measure(from: Temporal.Instant, to: Temporal.Instant): Outcome<ClockAmount>;
  /**
   * The deadline; the clock runs again since `since`, and no deadline precedes that: what was paused in time is not
   * missed by the pause. On a clock of days it is then due on the next counted day whose cut-off is still to come.
   */
  due(amount: ClockAmount, since: Temporal.Instant): Outcome<Due>;
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
    due: (amount, since) => succeed(notBefore(since, new Temporal.Instant(start.epochNanoseconds + amount))),
    left: (at, due) => measure(at, due.instant),
    origin: [],
  };
}

function business(calendar: Calendar, start: Temporal.Instant): ClockArithmetic {
  return {
    measure: (from, to) => openTimeBetween(calendar, from, to),
    due: (amount, since) => {
      const instant = addOpenTime(calendar, start, amount);
      return instant.ok ? succeed(notBefore(since, instant.value)) : instant;
    },
    left: (at, due) => openTimeBetween(calendar, at, due.instant),
    origin: [],
  };
}

function notBefore(since: Temporal.Instant, instant: Temporal.Instant): Due {
  const moved = Temporal.Instant.compare(instant, since) < 0;
  return { instant: moved ? since : instant, date: null, moved };
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
    return date.ok ? succeed({ instant: cutOffOf(terms, date.value), date: date.value, moved: false }) : date;
  };
  return {
    measure: (from, to) => between(localDateOf(from, terms.zone), localDateOf(to, terms.zone)),
    due: (amount, since) => {
      const due = dueOn(amount);
      if (!due.ok || Temporal.Instant.compare(due.value.instant, since) >= 0) {
        return due;
      }
      const used = between(origin, localDateOf(since, terms.zone));
      const today = used.ok ? dueOn(used.value) : used;
      const stillToday = today.ok && Temporal.Instant.compare(today.value.instant, since) >= 0;
      const next = used.ok && today.ok && !stillToday ? dueOn(used.value + 1n) : today;
      return next.ok ? succeed({ ...next.value, moved: true }) : next;
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
