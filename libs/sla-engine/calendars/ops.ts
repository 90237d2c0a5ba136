import type { Outcome } from '../outcome';
import { type InputReader, type Ops, readInput } from '../reading';
import { addBusinessDays, originRules } from './add-business-days';
import { addOpenTime } from './add-open-time';
import type { Calendar } from './calendar';
import { calendarFromJson } from './calendar-from-json';
import { formatLocalDate } from './epoch-day';
import { formatInstant } from './instant-text';
import { openTimeBetween } from './open-time-between';
import { readDuration, readInstant, readLocalDate } from './read-time';
import { horizonDays, inUnits, nanosecondsPerSecond } from './time-units';

/** `calendar.add`: `{calendar, start, seconds}` → `{instant}` in the calendar's own offset. */
function add(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const calendar = readCalendar(request);
    const start = readInstant(request, 'start');
    const amount = readDuration(request, 'seconds', nanosecondsPerSecond);
    const instant = addOpenTime(calendar, start, amount);
    return { instant: formatInstant(request.expect(instant, 'seconds'), calendar.zone) };
  });
}

/** `calendar.between`: `{calendar, start, end}` → `{seconds}`, negative when reversed. */
function between(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const calendar = readCalendar(request);
    const open = openTimeBetween(calendar, readInstant(request, 'start'), readInstant(request, 'end'));
    return { seconds: inUnits(request.expect(open, 'end'), nanosecondsPerSecond) };
  });
}

/** `calendar.addDays`: `{calendar, date, days, originRule = count}` → `{date}`. */
function addDays(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const calendar = readCalendar(request);
    const date = readLocalDate(request, 'date');
    const days = request.whole('days');
    if (Math.abs(days) > horizonDays) {
      request.refuse('calendar.beyondHorizon', `At most ${horizonDays} days either way.`, 'days');
    }
    const originRule = request.optionalChoice(originRules, 'originRule') ?? 'count';
    return {
      date: formatLocalDate(request.expect(addBusinessDays(calendar, date, days, originRule), 'days')),
    };
  });
}

function readCalendar(request: InputReader): Calendar {
  if (request.present('calendar') === undefined) {
    request.refuse('input.missing', '"calendar" is required.', 'calendar');
  }
  return request.expect(calendarFromJson(request.raw('calendar')), 'calendar');
}

/** The calendar operations of the engine as a command (engine-cli). */
export const ops: Ops = { 'calendar.add': add, 'calendar.between': between, 'calendar.addDays': addDays };
