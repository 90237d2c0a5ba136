import { formatLocalDate, parseLocalDate } from '../calendars/epoch-day';
import { type Outcome, fail, succeed } from '../outcome';
import type { LocalWindow } from './local-window';
import { firstDayOf, lastDayFrom } from './window-edges';
import type { WindowRule } from './window-rule';

/**
 * All windows whose last day is one of the local dates `from` to `to`, both included, in order: those that a month's
 * scorecard and credits count. None where `from` is after `to`.
 *
 * @example windowsEnding({ kind: 'quarter' }, '2026-09-01', '2026-09-30') // 2026-07-01 to 2026-09-30
 */
export function windowsEnding(rule: WindowRule, from: string, to: string): Outcome<LocalWindow[]> {
  const [start, end] = [parseLocalDate(from), parseLocalDate(to)];
  if (start === undefined) return fail('date.malformed', 'Expected a date such as "2026-01-31".', 'from');
  if (end === undefined) return fail('date.malformed', 'Expected a date such as "2026-01-31".', 'to');
  const windows: LocalWindow[] = [];
  for (let last = lastDayFrom(rule, start); last <= end; last = lastDayFrom(rule, last + 1)) {
    windows.push({ first: formatLocalDate(firstDayOf(rule, last)), last: formatLocalDate(last) });
  }
  return succeed(windows);
}
