import type { Outcome } from '../outcome';
import type { Calendar } from './calendar';
import { parseCalendar } from './parse-calendar';
import { RecentlyUsed } from './recently-used';

const calendarsKept = 64;
const parsed = new RecentlyUsed<string, Outcome<Calendar>>(calendarsKept);

/**
 * `parseCalendar` for callers that get the same calendar over and over as fresh JSON (a line a request): the same
 * text gives the same parsed calendar, and with it the open time already worked out.
 */
export function calendarFromJson(json: unknown): Outcome<Calendar> {
  return parsed.get(JSON.stringify(json) ?? '', () => parseCalendar(json));
}
