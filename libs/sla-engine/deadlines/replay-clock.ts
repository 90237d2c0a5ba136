import { type Calendar, formatInstant, lastDayWritten, localDateOf, skippedDates } from '../calendars';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace, TraceStep } from '../trace';
import { checkHistory } from './check-history';
import { showClockAmount } from './clock-amount';
import type { ClockEvent } from './clock-event';
import { type ClockAmount, type ClockTerms, type ClockUnit, usesCalendar } from './clock-terms';
import { type RunningClock, startClock } from './running-clock';

/** `notStarted` · `running` · `paused` · `met` in time · `breached`, met late or not at all · `cancelled` in time. */
export type ClockState = 'notStarted' | 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/** What a clock shows at an instant. */
export interface ClockReading {
  readonly state: ClockState;
  /** The unit `remaining` is counted in. */
  readonly unit: ClockUnit;
  /** Null before the start, while paused and once cancelled: such a clock has no instant at which it is missed. */
  readonly deadline: Temporal.Instant | null;
  /**
   * Own-unit time to the deadline: now, or at the instant the clock was met. Negative once late; while paused, what
   * is left when it goes on. Null before the start and once cancelled.
   */
  readonly remaining: ClockAmount | null;
  /** The deadline that was missed, however late that was noticed (semantics rule 12). */
  readonly breachedAt: Temporal.Instant | null;
  readonly metAt: Temporal.Instant | null;
  /** The deadline as planned so far, which a paused clock has too: what terms are compared by. */
  readonly planned: Temporal.Instant | null;
  readonly trace: Trace;
}

export interface ClockHistory {
  readonly terms: ClockTerms;
  /** Needed by `businessHours` and `businessDays`; without meaning for the other two units. */
  readonly calendar?: Calendar | undefined;
  /** In the order of their instants, as `parseClockEvents` gives them. */
  readonly events: readonly ClockEvent[];
  /** The instant to read the clock at; later events have not happened yet. */
  readonly at: Temporal.Instant;
}

/**
 * Reads a clock at an instant as a fold over its events (semantics rules 4 to 9 and 12). Met when the event is at or
 * before the deadline, at full precision; breached when the instant is after it. What happens to a clock after its
 * deadline (a pause, an extension, a cancellation) is kept and changes nothing. Problems: those of `checkHistory`,
 * `clock.calendarMissing`, and those of the calendar.
 */
export function replayClock({ terms, calendar, events, at }: ClockHistory): Outcome<ClockReading> {
  const history = checkHistory(events, () => terms);
  return history.ok ? readClock({ terms, calendar, events, at }) : history;
}

/** `replayClock` for events that were checked under the terms they happened under. */
export function readClock({ terms, calendar, events, at }: ClockHistory): Outcome<ClockReading> {
  const [first, ...rest] = events.filter((event) => Temporal.Instant.compare(event.at, at) <= 0);
  const later = events.length - rest.length - (first === undefined ? 0 : 1);
  const notYet: Trace =
    later === 0 ? [] : [{ rule: 'clock.notYet', facts: { count: later, at: write(at, terms) } }];
  if (first === undefined) {
    return succeed({
      state: 'notStarted',
      unit: terms.unit,
      deadline: null,
      remaining: null,
      breachedAt: null,
      metAt: null,
      planned: null,
      trace: [{ rule: 'clock.notStarted', facts: { at: write(at, terms) } }, ...notYet],
    });
  }
  const started = startClock(terms, calendar, first.at);
  if (!started.ok) {
    return started;
  }
  const clock = started.value;
  for (const event of rest) {
    const problem = clock.apply(event);
    if (problem !== undefined) {
      return fail(problem.code, problem.detail, event.path);
    }
  }
  return conclude(clock, terms, calendar, at, notYet);
}

function conclude(
  clock: RunningClock,
  terms: ClockTerms,
  calendar: Calendar | undefined,
  at: Temporal.Instant,
  notYet: Trace,
): Outcome<ClockReading> {
  const state = stateAt(clock, at);
  const waiting = state === 'paused' || state === 'cancelled';
  const until = clock.metAt ?? clock.pausedAt ?? at;
  const remaining = state === 'cancelled' ? succeed(null) : clock.left(until);
  if (!remaining.ok) {
    return remaining;
  }
  const deadline = clock.due.instant;
  const lastDate = waiting
    ? localDateOf(until, terms.zone)
    : (clock.due.date ?? localDateOf(deadline, terms.zone));
  if (lastDate > lastDayWritten) {
    return fail('clock.beyondYears', 'The deadline falls after the year 9998.');
  }
  const skipped =
    usesCalendar(terms) && calendar !== undefined
      ? skippedDates(calendar, localDateOf(clock.start, terms.zone), lastDate)
      : [];
  return succeed({
    state,
    unit: terms.unit,
    deadline: waiting ? null : deadline,
    remaining: remaining.value,
    breachedAt: state === 'breached' ? deadline : null,
    metAt: clock.metAt,
    planned: deadline,
    trace: [
      ...clock.trace,
      ...skipped,
      ...deadlineStep(clock, terms, waiting),
      verdict(clock, terms, state, at, remaining.value),
      ...notYet,
    ],
  });
}

function stateAt(clock: RunningClock, at: Temporal.Instant): ClockState {
  if (clock.missed) {
    return 'breached';
  }
  if (clock.metAt !== null) {
    return 'met';
  }
  if (clock.cancelledAt !== null) {
    return 'cancelled';
  }
  if (clock.pausedAt !== null) {
    return 'paused';
  }
  return Temporal.Instant.compare(at, clock.due.instant) > 0 ? 'breached' : 'running';
}

function deadlineStep(clock: RunningClock, terms: ClockTerms, waiting: boolean): Trace {
  if (waiting) {
    return [];
  }
  const moved: Trace = clock.due.moved
    ? [
        {
          rule: 'clock.movedBehindStart',
          facts: { since: write(clock.since, terms), deadline: write(clock.due.instant, terms) },
        },
      ]
    : [];
  return [
    ...moved,
    {
      rule: 'clock.deadline',
      facts: {
        deadline: write(clock.due.instant, terms),
        unit: terms.unit,
        amount: showClockAmount(terms.amount, terms.unit),
        paused: showClockAmount(clock.pausedFor, terms.unit),
        extended: showClockAmount(clock.extendedBy, terms.unit),
      },
    },
  ];
}

function verdict(
  clock: RunningClock,
  terms: ClockTerms,
  state: ClockState,
  at: Temporal.Instant,
  remaining: ClockAmount | null,
): TraceStep {
  const facts = {
    deadline: write(clock.due.instant, terms),
    unit: terms.unit,
    remaining: remaining === null ? null : showClockAmount(remaining, terms.unit),
  };
  switch (state) {
    case 'met':
      return { rule: 'clock.met', facts: { ...facts, at: write(clock.metAt ?? at, terms) } };
    case 'breached':
      return clock.metAt === null
        ? { rule: 'clock.breached', facts: { ...facts, at: write(at, terms) } }
        : { rule: 'clock.metLate', facts: { ...facts, at: write(clock.metAt, terms) } };
    case 'cancelled':
      return {
        rule: 'clock.cancelled',
        facts: { at: write(clock.cancelledAt ?? at, terms), reason: clock.cancelReason },
      };
    case 'paused':
      return {
        rule: 'clock.isPaused',
        facts: { since: write(clock.pausedAt ?? at, terms), unit: facts.unit, remaining: facts.remaining },
      };
    default:
      return { rule: 'clock.running', facts: { ...facts, at: write(at, terms) } };
  }
}

function write(instant: Temporal.Instant, terms: ClockTerms): string {
  return formatInstant(instant, terms.zone);
}
