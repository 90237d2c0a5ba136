import type { OriginRule } from '../calendars';

/** The four units, never mixed (semantics rule 5). */
export const clockUnits = ['elapsedHours', 'businessHours', 'businessDays', 'calendarDays'] as const;
export type ClockUnit = (typeof clockUnits)[number];

/**
 * An amount of time in a clock's own unit: nanoseconds for the two hours units, whole days for the two days units.
 * Only `ClockUnit` tells them apart, so it always travels with its unit.
 */
export type ClockAmount = bigint;

/** How far extensions may go, all of them together (semantics rule 9). */
export interface ExtensionPolicy {
  readonly unit: ClockUnit;
  readonly maximum: ClockAmount;
}

/** What a contract says about one deadline, parsed and checked by `parseClockTerms`. */
export interface ClockTerms {
  readonly unit: ClockUnit;
  readonly amount: ClockAmount;
  /** IANA zone: decides local dates and the cut-off, and the offset deadlines are written in (semantics rule 1). */
  readonly zone: string;
  /** Days clocks are due at this second of the last local date; 86,400, the end of the day, unless stated (rule 6). */
  readonly cutOff: number;
  readonly originRule: OriginRule;
  /** The only reasons for which the clock may be paused (rule 9). */
  readonly pauseReasons: readonly string[];
  readonly extension: ExtensionPolicy | null;
}

export function countsDays(unit: ClockUnit): boolean {
  return unit === 'businessDays' || unit === 'calendarDays';
}

export function usesCalendar({ unit }: ClockTerms): boolean {
  return unit === 'businessHours' || unit === 'businessDays';
}

/** The terms a clock runs on at an instant; they change only by an explicit replacement (semantics rule 10). */
export type TermsAt = (at: Temporal.Instant) => ClockTerms;
