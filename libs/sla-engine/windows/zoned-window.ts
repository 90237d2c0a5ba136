import type { Window } from '../targets/window';
import { zoneName } from '../calendars/zone-name';
import { parseLocalDate } from '../calendars/epoch-day';
import { type Outcome, fail, succeed } from '../outcome';
import type { LocalWindow } from './local-window';

/**
 * The half-open stretch of instants that a window covers in an IANA zone: from the start of its first day until before the
 * start of the day after its last (semantics rules 1 and 2: days of 23 and 25 hours come out by themselves).
 *
 * @example zonedWindow({ first: '2026-10-26', last: '2026-11-01' }, 'America/New_York')
 * // 2026-10-26T04:00:00Z to 2026-11-02T05:00:00Z: 169 hours
 */
export function zonedWindow({ first, last }: LocalWindow, zone: string): Outcome<Window> {
  const name = zoneName(zone);
  if (!name.ok) return fail(name.problem.code, name.problem.detail, 'zone');
  if (parseLocalDate(first) === undefined || parseLocalDate(last) === undefined)
    return fail('date.malformed', 'Expected dates such as "2026-01-31".', 'window');
  if (last < first) return fail('window.reversed', 'A window ends after it starts.', 'window');
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(name.value).toInstant().toString();
  return succeed({
    start: startOf(Temporal.PlainDate.from(first)),
    end: startOf(Temporal.PlainDate.from(last).add({ days: 1 })),
    zone,
  });
}
