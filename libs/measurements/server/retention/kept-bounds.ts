import { LEAST_MONTHS } from './keep-months';

/** Where what is kept begins; months are YYYY-MM and go by UTC, for partitions are shared by tenants of all zones. */
export interface KeptBounds {
  /** How many months are kept, besides the one that runs. */
  readonly months: number;
  /** The first month that may be loaded. */
  readonly loadFrom: string;
  /** Months before this one may be dropped. */
  readonly dropBefore: string;
}

/**
 * Evaluating a month reads rows of the months beside it, for a file may state another zone than the contract; and a file may
 * ask for the month before its own to be evaluated. So rows stay for two months longer than they can be loaded.
 */
const NEIGHBOURS = 2;

/** `lastDropped`: what was dropped is not loaded again, also where somebody sets the limit back. */
export function keptBounds(now: Temporal.Instant, months: number, lastDropped: string | null): KeptBounds {
  const first = now.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth().subtract({ months });
  const after = lastDropped === null ? null : shifted(lastDropped, NEIGHBOURS + 1);
  const limit = first.toString();
  return {
    months,
    loadFrom: after !== null && after > limit ? after : limit,
    dropBefore: shifted(limit, -NEIGHBOURS),
  };
}

function shifted(month: string, by: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
}

/**
 * Whether rows of a month, or of the one before it, may have been dropped at any time by anybody: what is younger than the
 * least that has to be kept is there, and nobody has to look.
 */
export function mayBeDropped(month: string, now: Temporal.Instant): boolean {
  return month < keptBounds(now, LEAST_MONTHS, null).loadFrom;
}
