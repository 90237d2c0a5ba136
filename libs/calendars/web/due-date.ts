import { type EngineTerms, engineCalendar } from '@plumbline/calendars/schema';
import {
  formatLocalDate,
  instantOfWallTime,
  localDateOf,
  parseClockTerms,
  parseInstant,
  renderTrace,
  replayClock,
  type TraceLocale,
} from '@plumbline/sla-engine';

export const triedUnits = ['businessDays', 'businessHours'] as const;
export type TriedUnit = (typeof triedUnits)[number];

export interface TriedClock {
  /** What the clocks of the calendar's zone show: `2026-03-12T16:00`. */
  readonly start: string;
  readonly amount: string;
  readonly unit: TriedUnit;
}

export type DueDate =
  | {
      readonly is: 'due';
      readonly instant: string;
      /** The day at whose end a clock of days is due. */
      readonly lastDay: string | null;
      readonly steps: readonly string[];
    }
  | { readonly is: 'refused'; readonly detail: string };

/** When a clock that starts then would be due by this calendar, as the engine computes it, and why. */
export function dueDate(calendar: EngineTerms, clock: TriedClock, locale: TraceLocale): DueDate {
  const zone = calendar.timezone;
  const wall = parseInstant(`${clock.start}:00Z`);
  const terms = parseClockTerms({ unit: clock.unit, amount: clock.amount, zone });
  const parsed = engineCalendar(calendar);
  if (wall === undefined) return { is: 'refused', detail: '' };
  if (!terms.ok) return { is: 'refused', detail: terms.problem.detail };
  if (!parsed.ok) return { is: 'refused', detail: parsed.problem.detail };
  const seconds = instantOfWallTime(zone, wall.epochMilliseconds / 1000, 'first');
  const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
  const events = [{ type: 'started' as const, at, path: '' }];
  const reading = replayClock({ terms: terms.value, calendar: parsed.value, events, at });
  if (!reading.ok) return { is: 'refused', detail: reading.problem.detail };
  const due = reading.value.deadline ?? at;
  return {
    is: 'due',
    instant: due.toString(),
    lastDay:
      clock.unit === 'businessDays'
        ? formatLocalDate(localDateOf(due.subtract({ nanoseconds: 1 }), zone))
        : null,
    // how the clock stands at its start says nothing new
    steps: renderTrace(
      reading.value.trace.filter(({ rule }) => rule !== 'clock.running'),
      locale,
    ),
  };
}
