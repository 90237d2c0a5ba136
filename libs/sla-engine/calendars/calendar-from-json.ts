import type { Outcome } from '../outcome';
import type { Calendar } from './calendar';
import { parseCalendar } from './parse-calendar';

const calendarsKept = 64;

/** Least recently used first, as a Map keeps the order of insertion. */
const parsed = new Map<string, Outcome<Calendar>>();

/**
 * `parseCalendar` for callers that get the same calendar over and over as fresh JSON (a line a request): the same
 * text gives the same parsed calendar, and with it the open time already worked out.
 */
export function calendarFromJson(json: unknown): Outcome<Calendar> {
  const text = JSON.stringify(json) ?? '';
  const known = parsed.get(text);
  parsed.delete(text);
  const outcome = known ?? parseCalendar(json);
  parsed.set(text, outcome);
  const oldest = parsed.keys().next();
  if (parsed.size > calendarsKept && oldest.done !== true) {
    parsed.delete(oldest.value);
  }
  return outcome;
}
