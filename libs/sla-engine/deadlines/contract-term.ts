import {
  type CivilDate,
  civilDateOf,
  daysInMonth,
  epochDayOf,
  formatLocalDate,
  parseLocalDate,
} from '../calendars/epoch-day';
import { type Outcome, fail, succeed } from '../outcome';

/** The term of a contract as agreed; dates are local, both of them belong to the term. */
export interface AgreedTerm {
  readonly startsOn: string;
  readonly endsOn: string;
  /** Renews by itself for so many months, again and again; null: it ends. */
  readonly renewalMonths: number | null;
  /** How long before the end notice is given at the latest; null: none is agreed. */
  readonly notice: { readonly count: number; readonly unit: 'days' | 'months' } | null;
}

export interface TermOnDay {
  /** The term that runs on the day, the first one before it, the last one after it. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** How often it has renewed. */
  readonly renewals: number;
  /** The last day on which notice is in time. */
  readonly noticeBy: string | null;
  readonly ended: boolean;
}

/**
 * Where a contract's term stands on a local date. Renewals add calendar months to the first day after the term, counted
 * from the term as first agreed, so that months of different lengths move nothing. Notice is in time when the whole
 * period lies between the day it is given, which does not count (semantics rule 6), and the end, whose last day does;
 * where a month has no such day, the last day of that month counts, and what remains doubtful is decided for the earlier
 * day. Dates that are none, or a term that ends before it starts, are problems.
 *
 * @example contractTerm({ startsOn: '2026-01-01', endsOn: '2026-12-31', renewalMonths: null,
 *   notice: { count: 3, unit: 'months' } }, '2026-05-01') // noticeBy: '2026-09-30'
 */
export function contractTerm(term: AgreedTerm, day: string): Outcome<TermOnDay> {
  const [from, last, on] = [term.startsOn, term.endsOn, day].map(parseLocalDate);
  if (from === undefined) return malformed('startsOn');
  if (last === undefined) return malformed('endsOn');
  if (on === undefined) return malformed('day');
  if (last < from) return fail('term.empty', 'A term ends on or after the day it starts.', 'endsOn');
  const { renewalMonths, notice } = term;
  if (renewalMonths !== null && !(Number.isInteger(renewalMonths) && renewalMonths >= 1))
    return fail('term.renewal', 'A renewal lasts a whole number of months.', 'renewalMonths');
  if (notice !== null && !(Number.isInteger(notice.count) && notice.count >= 0))
    return fail('term.notice', 'Notice is a whole number of days or months.', 'notice.count');

  const agreedEnd = civilDateOf(last + 1);
  let renewals = 0;
  let start = from;
  let after = last + 1;
  while (renewalMonths !== null && on >= after) {
    renewals += 1;
    start = after;
    after = plusMonths(agreedEnd, renewals * renewalMonths);
  }
  return succeed({
    startsOn: formatLocalDate(start),
    endsOn: formatLocalDate(after - 1),
    renewals,
    noticeBy: notice === null ? null : formatLocalDate(lastNotice(after, notice)),
    ended: on >= after,
  });
}

/** `after`: the first day that is no longer of the term. */
function lastNotice(
  after: number,
  { count, unit }: { readonly count: number; readonly unit: 'days' | 'months' },
): number {
  return (unit === 'days' ? after - count : plusMonths(civilDateOf(after), -count)) - 1;
}

function plusMonths({ year, month, day }: CivilDate, months: number): number {
  const count = year * 12 + (month - 1) + months;
  const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return epochDayOf(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)));
}

function malformed(path: string): Outcome<never> {
  return fail('date.malformed', 'Expected a date such as "2026-01-31".', path);
}
