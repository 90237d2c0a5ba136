import type { Calendar } from './calendar';
import { RecentlyUsed } from './recently-used';

const calendarsKept = 64;

/**
 * Keeps what is worked out of a calendar for the calendars used last. By the calendar's identity: a calendar is never
 * changed, only replaced by another version. (A WeakMap would need no bound, but with as many calendars as requests the
 * garbage collector spends a third of the time on it.)
 */
export function perCalendar<T extends object>(make: (calendar: Calendar) => T): (calendar: Calendar) => T {
  const kept = new RecentlyUsed<Calendar, T>(calendarsKept);
  return (calendar) => kept.get(calendar, make);
}
