import type { Calendar } from './calendar';

const calendarsKept = 64;

/**
 * Keeps what is worked out of a calendar for the calendars made last. By the calendar's identity: a calendar is never
 * changed, only replaced by another version. (A WeakMap would need no bound, but with as many calendars as requests the
 * garbage collector spends a third of the time on it.)
 */
export function perCalendar<T extends object>(make: (calendar: Calendar) => T): (calendar: Calendar) => T {
  const kept = new Map<Calendar, T>();
  return (calendar) => {
    const known = kept.get(calendar);
    if (known !== undefined) {
      return known;
    }
    const made = make(calendar);
    kept.set(calendar, made);
    const oldest = kept.keys().next();
    if (kept.size > calendarsKept && oldest.done !== true) {
      kept.delete(oldest.value);
    }
    return made;
  };
}
