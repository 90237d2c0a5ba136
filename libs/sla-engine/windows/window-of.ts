import { formatLocalDate, parseLocalDate } from '../calendars/epoch-day';
import { type Outcome, fail, succeed } from '../outcome';
import type { LocalWindow } from './local-window';
import { firstDayOf, lastDayFrom } from './window-edges';
import type { WindowRule } from './window-rule';

/**
 * The one window of a tiling rule that holds a local date. A rolling rule has many: `window.rolling`, as
 * `windowsTouched` answers that.
 *
 * @example windowOf({ kind: 'week', startsOn: 'monday' }, '2026-10-14') // 2026-10-12 to 2026-10-18
 */
export function windowOf(rule: WindowRule, date: string): Outcome<LocalWindow> {
  const day = parseLocalDate(date);
  if (day === undefined) return fail('date.malformed', 'Expected a date such as "2026-01-31".', 'date');
  if (rule.kind === 'rolling')
    return fail('window.rolling', 'A date lies in many windows of a rolling rule.', 'window');
  const last = lastDayFrom(rule, day);
  return succeed({ first: formatLocalDate(firstDayOf(rule, last)), last: formatLocalDate(last) });
}
