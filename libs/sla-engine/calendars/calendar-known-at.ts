import { type Outcome, fail, succeed } from '../outcome';
import type { Calendar } from './calendar';

export interface CalendarVersion {
  /** The instant from which this version was the one people could look up. */
  readonly knownFrom: Temporal.Instant;
  readonly calendar: Calendar;
}

/**
 * The calendar version known at an instant (semantics rule 8: a clock keeps the one known at its start). Versions come
 * in any order. Problems: `calendar.noVersion` when the instant is before all of them, `calendar.versionsCollide`
 * when two begin at the same instant.
 */
export function calendarKnownAt(
  versions: readonly CalendarVersion[],
  at: Temporal.Instant,
): Outcome<CalendarVersion> {
  const starts = new Set(versions.map(({ knownFrom }) => knownFrom.epochNanoseconds));
  if (starts.size < versions.length) {
    return fail('calendar.versionsCollide', 'Two versions of the calendar begin at the same instant.');
  }
  const known = versions
    .filter(({ knownFrom }) => Temporal.Instant.compare(knownFrom, at) <= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.knownFrom, b.knownFrom))
    .at(-1);
  return known === undefined
    ? fail('calendar.noVersion', `No version of the calendar was known at ${at.toString()}.`)
    : succeed(known);
}
