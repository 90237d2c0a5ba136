/** Days since 1970-01-01 in the proleptic Gregorian calendar; says nothing about a zone. */
export type EpochDay = number;

/** Monday first, as in ISO 8601. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * Half-open local wall time `[from, to)` in seconds after local midnight of the date it belongs to. `to` may pass
 * 86,400 (up to 172,800) when the range runs into the next date (semantics rule 2).
 */
export interface WallRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Business hours of one zone, parsed and checked by `parseCalendar`. Everything under a date concerns the hours that
 * belong to that date: an override replaces them and a holiday removes them, including the part past midnight. A
 * holiday wins over an override of the same date. A break closes its wall time whichever date's hours cover it.
 */
export interface Calendar {
  /** IANA zone, in its registered spelling. */
  readonly zone: string;
  /** Index 0 is Monday; ranges sorted, disjoint. */
  readonly weekly: readonly (readonly WallRange[])[];
  /** Date → the holiday's name, empty when none was given. */
  readonly holidays: ReadonlyMap<EpochDay, string>;
  readonly overrides: ReadonlyMap<EpochDay, readonly WallRange[]>;
  readonly breaks: ReadonlyMap<EpochDay, readonly WallRange[]>;
}
