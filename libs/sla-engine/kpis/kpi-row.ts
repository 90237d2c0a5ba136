import type { Amount } from '../decimals';

/** One interval as it was reported: sums of counts and seconds by measure; `null` is blank, which is not zero. */
export interface KpiRow {
  /** Names the row for a person: a file line, an id. Its position when not said. */
  readonly id?: string;
  /** Start of the interval, RFC 3339; needed only where exclusions are given as a time range. */
  readonly startsAt?: string;
  readonly amounts: Readonly<Record<string, Amount | null>>;
}

/**
 * An approved record that takes counted units out (semantics rule 20): every row that starts within `period`, or
 * the stated `amounts`. Source numbers stay as they are and the value without the exclusion is always shown beside.
 */
export interface Exclusion {
  readonly id: string;
  /** `clientOutage`, `volumeBeyondForecast`, `forceMajeure`, or a kind the contract names. */
  readonly kind: string;
  readonly reason: string;
  /** Who approved it; an exclusion nobody approved is listed and takes nothing out. */
  readonly approvedBy: string | null;
  readonly period?: { readonly start: string; readonly end: string };
  readonly amounts?: Readonly<Record<string, Amount>>;
}

/** Something that was not counted, and why. */
export interface ExcludedUnits {
  readonly reason: 'missingMeasure' | 'approvedExclusion' | 'shortAbandon';
  /** Names of the rows concerned; empty where units were taken out of the sums. */
  readonly rows: readonly string[];
  /** The measures that were missing, or from which units were taken. */
  readonly measures: readonly string[];
  /** Units taken out, by measure. */
  readonly amounts: Readonly<Record<string, string>>;
  readonly exclusionId?: string;
}
