import type { Outcome } from '../outcome';
import { InputReader, readInput } from '../reading';
import { type Calendar, type EpochDay, type WallRange, weekdays } from './calendar';
import { parseLocalDate } from './epoch-day';
import { secondsPerDay } from './time-units';
import { parseWallTime } from './wall-range';
import { zoneName } from './zone-name';

const decisive = ['timezone', 'hours', 'holidays', 'overrides', 'breaks'];
/** Fields that describe a calendar and decide nothing. */
const descriptive = ['id', 'name', 'description', 'version', 'knownFrom', 'source'];

/**
 * Parses and checks a calendar as exchanged in JSON (engine-cli: `timezone`, `hours`, `holidays`, `overrides`,
 * `breaks`). A holiday is a date, or `{"date", "name"}` so that a trace can name it. The first wrong field becomes
 * the problem, with its path: an unknown zone or a fixed offset, a weekday or field nobody knows (a misspelt
 * `holiday` would silently keep the date open), a bad date or time, an empty, reversed or overlapping range.
 *
 * @example parseCalendar({ timezone: 'America/New_York', hours: { mon: [['09:00', '17:00']] } })
 */
export function parseCalendar(input: unknown): Outcome<Calendar> {
  return readInput(input, readCalendar);
}

function readCalendar(input: InputReader): Calendar {
  const stray = input.names().find((name) => !decisive.includes(name) && !descriptive.includes(name));
  if (stray !== undefined) {
    input.refuse('calendar.fieldUnknown', `A calendar has ${decisive.join(', ')}; not "${stray}".`, stray);
  }
  return {
    zone: input.expect(zoneName(input.text('timezone')), 'timezone'),
    weekly: readWeek(input.object('hours')),
    holidays: readHolidays(input),
    overrides: readDates(input.optionalObject('overrides')),
    breaks: readDates(input.optionalObject('breaks')),
  };
}

function readWeek(hours: InputReader): readonly (readonly WallRange[])[] {
  const given = hours.names();
  const stray = given.find((name) => !weekdays.some((weekday) => weekday === name));
  if (stray !== undefined) {
    hours.refuse('calendar.weekdayUnknown', `Weekdays are ${weekdays.join(', ')}; not "${stray}".`, stray);
  }
  return weekdays.map((weekday) => (given.includes(weekday) ? readRanges(hours, weekday) : []));
}

function readHolidays(input: InputReader): ReadonlyMap<EpochDay, string> {
  const holidays = new Map<EpochDay, string>();
  input.optionalItems('holidays')?.forEach((item, index) => {
    if (typeof item === 'string') {
      holidays.set(parseLocalDate(item) ?? refuseDate(input, `holidays.${index}`, item), '');
    } else {
      const holiday = new InputReader(item, input.at(`holidays.${index}`));
      const date = holiday.text('date');
      const name = holiday.optionalText('name') ?? '';
      holidays.set(parseLocalDate(date) ?? refuseDate(holiday, 'date', date), name);
    }
  });
  return holidays;
}

function readDates(dates: InputReader | undefined): ReadonlyMap<EpochDay, readonly WallRange[]> {
  const byDate = new Map<EpochDay, readonly WallRange[]>();
  dates?.names().forEach((date) => {
    byDate.set(parseLocalDate(date) ?? refuseDate(dates, date, date), readRanges(dates, date));
  });
  return byDate;
}

function refuseDate(input: InputReader, name: string, text: string): never {
  return input.refuse('calendar.dateInvalid', `"${text}" is not a date of the form 2026-12-25.`, name);
}

function readRanges(days: InputReader, day: string): readonly WallRange[] {
  const ranges = days.items(day).map((item, index) => readRange(item, days, day, index));
  return ranges.length < 2 ? ranges : inOrder(ranges, days, day);
}

function inOrder(ranges: readonly WallRange[], days: InputReader, day: string): readonly WallRange[] {
  const sorted = ranges.toSorted((a, b) => a.from - b.from);
  const overlapping = sorted.find((range, index) => range.from < (sorted[index - 1]?.to ?? 0));
  if (overlapping !== undefined) {
    const place = `${day}.${ranges.indexOf(overlapping)}`;
    days.refuse('calendar.rangeOverlap', 'Ranges of one day must not overlap.', place);
  }
  return sorted;
}

function readRange(item: unknown, days: InputReader, day: string, index: number): WallRange {
  const place = (end = ''): string => `${day}.${index}${end}`;
  const [opens, closes] = Array.isArray(item) && item.length === 2 ? (item as unknown[]) : [];
  if (typeof opens !== 'string' || typeof closes !== 'string') {
    return days.refuse(
      'calendar.rangeInvalid',
      'Expected a pair of local times such as ["09:00", "17:00"].',
      place(),
    );
  }
  const from = parseWallTime(opens);
  const to = parseWallTime(closes);
  if (from === undefined || from >= secondsPerDay) {
    return days.refuse(
      'calendar.timeInvalid',
      `"${opens}" is not a time from 00:00 to 23:59:59.`,
      place('.0'),
    );
  }
  if (to === undefined) {
    return days.refuse('calendar.timeInvalid', `"${closes}" is not a time from 00:00 to 48:00.`, place('.1'));
  }
  if (from === to) {
    return days.refuse(
      'calendar.rangeEmpty',
      `${opens} to ${closes} is empty; a whole day is 00:00 to 24:00.`,
      place(),
    );
  }
  if (to < from) {
    return days.refuse(
      'calendar.rangeReversed',
      `${closes} is before ${opens}; a range across midnight adds 24 hours to its end, such as "30:00" for 6 in the morning.`,
      place(),
    );
  }
  return { from, to };
}
