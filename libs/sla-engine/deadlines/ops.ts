import {
  type Calendar,
  type CalendarVersion,
  calendarFromJson,
  calendarKnownAt,
  formatInstant,
  readInstant,
} from '../calendars';
import type { Outcome } from '../outcome';
import { type InputReader, type Ops, readInput } from '../reading';
import { showClockAmount } from './clock-amount';
import type { ClockEvent } from './clock-event';
import { parseClockEvents } from './parse-clock-events';
import { parseClockTerms } from './parse-clock-terms';
import { type Replacement, replacedTerms, replayReplacedClock } from './replay-replaced-clock';

/**
 * `clock.replay`: `{sla, calendar, events, at}` → `{state, deadline, remaining, breachedAt, trace}`. Instants are
 * written in the zone of the SLA; `remaining` is a number of the clock's own unit. Besides, a request may carry
 * `calendarVersions` `[{knownFrom, calendar}]` instead of `calendar` (the one known at the start is used, semantics
 * rule 8), and `replacements` `[{at, sla, calendar?}]` (rule 10).
 */
function replay(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const terms = readTerms(request);
    const replacements = request.optionalObjects(readReplacement, 'replacements') ?? [];
    const termsAt = replacedTerms(terms, replacements);
    const events = rooted(request, parseClockEvents(request.raw('events'), termsAt));
    const at = readInstant(request, 'at');
    const calendar = readCalendar(request) ?? readKnownCalendar(request, events, at);
    const reading = rooted(request, replayReplacedClock({ terms, calendar, events, at }, replacements));
    const write = (instant: Temporal.Instant | null) =>
      instant === null ? null : formatInstant(instant, terms.zone);
    return {
      state: reading.state,
      deadline: write(reading.deadline),
      remaining: reading.remaining === null ? null : showClockAmount(reading.remaining, reading.unit),
      breachedAt: write(reading.breachedAt),
      trace: reading.trace,
    };
  });
}

function readTerms(request: InputReader) {
  if (request.present('sla') === undefined) {
    request.refuse('input.missing', '"sla" is required.', 'sla');
  }
  return request.expect(parseClockTerms(request.raw('sla')), 'sla');
}

function readReplacement(item: InputReader): Replacement {
  return { at: readInstant(item, 'at'), terms: readTerms(item), calendar: readCalendar(item) };
}

function readCalendar(from: InputReader): Calendar | undefined {
  return from.present('calendar') === undefined
    ? undefined
    : from.expect(calendarFromJson(from.raw('calendar')), 'calendar');
}

function readKnownCalendar(
  request: InputReader,
  events: readonly ClockEvent[],
  at: Temporal.Instant,
): Calendar | undefined {
  const versions = request.optionalObjects(readVersion, 'calendarVersions');
  // A history begins with its start, or is refused.
  const start = events[0]?.at ?? at;
  return versions === undefined
    ? undefined
    : request.expect(calendarKnownAt(versions, start), 'calendarVersions').calendar;
}

function readVersion(item: InputReader): CalendarVersion {
  const calendar = readCalendar(item) ?? item.refuse('input.missing', '"calendar" is required.', 'calendar');
  return { knownFrom: readInstant(item, 'knownFrom'), calendar };
}

/** The value of an outcome whose problem already names its place from the root of the request. */
function rooted<T>(request: InputReader, outcome: Outcome<T>): T {
  return outcome.ok
    ? outcome.value
    : request.refuse(outcome.problem.code, outcome.problem.detail, outcome.problem.path);
}

/** The clock operations of the engine as a command (engine-cli). */
export const ops: Ops = { 'clock.replay': replay };
