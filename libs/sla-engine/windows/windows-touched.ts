import { formatLocalDate, parseLocalDate } from '../calendars/epoch-day';
import { type Outcome, fail, succeed } from '../outcome';
import type { LocalWindow } from './local-window';
import { firstDayOf, lastDayFrom } from './window-edges';
import type { WindowRule } from './window-rule';

/**
 * All windows that hold at least one of the local dates `from` to `to`, both included, in order: what has to be judged
 * again when figures of those dates change. None where `from` is after `to`.
 *
 * @example windowsTouched({ kind: 'rolling', count: 3, unit: 'months' }, '2026-10-14', '2026-10-14')
 * // 2026-08-01 to 2026-10-31, 2026-09-01 to 2026-11-30, 2026-10-01 to 2026-12-31
 */
export function windowsTouched(rule: WindowRule, from: string, to: string): Outcome<LocalWindow[]> {
  const [start, end] = [parseLocalDate(from), parseLocalDate(to)];
  if (start === undefined) return fail('date.malformed', 'Expected a date such as "2026-01-31".', 'from');
  if (end === undefined) return fail('date.malformed', 'Expected a date such as "2026-01-31".', 'to');
  const windows: LocalWindow[] = [];
  if (start > end) return succeed(windows);
  for (let last = lastDayFrom(rule, start); ; last = lastDayFrom(rule, last + 1)) {
    const first = firstDayOf(rule, last);
    if (first > end) return succeed(windows);
    windows.push({ first: formatLocalDate(first), last: formatLocalDate(last) });
  }
}
