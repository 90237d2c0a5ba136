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
    holidays: new Map(input.optionalList(readHoliday, 'holidays')),
    overrides: readDates(input.optionalObject('overrides')),
    breaks: readDates(input.optionalObject('breaks')),
  };
}

function readWeek(hours: InputReader): readonly (readonly WallRange[])[] {
  const stray = hours.names().find((name) => !weekdays.some((weekday) => weekday === name));
  if (stray !== undefined) {
    hours.refuse('calendar.weekdayUnknown', `Weekdays are ${weekdays.join(', ')}; not "${stray}".`, stray);
  }
  return weekdays.map((weekday) => (hours.names().includes(weekday) ? readRanges(hours, weekday) : []));
}

function readDates(dates: InputReader | undefined): ReadonlyMap<EpochDay, readonly WallRange[]> {
  return new Map(
    dates?.names().map((date) => {
      const epochDay = parseLocalDate(date) ?? dates.refuse('calendar.dateInvalid', notADate(date), date);
      return [epochDay, readRanges(dates, date)];
    }),
  );
}

function readHoliday(item: unknown, path: string): [EpochDay, string] {
  if (typeof item === 'string') {
    return [parseLocalDate(item) ?? badHoliday(item, path), ''];
  }
  const holiday = new InputReader(item, path);
  const date = holiday.text('date');
  return [parseLocalDate(date) ?? badHoliday(date, holiday.at('date')), holiday.optionalText('name') ?? ''];
}

function badHoliday(text: string, path: string): never {
  return new InputReader({}, path).refuse('calendar.dateInvalid', notADate(text));
}

function notADate(text: string): string {
  return `"${text}" is not a date of the form 2026-12-25.`;
}

function readRanges(days: InputReader, day: string): readonly WallRange[] {
  const ranges = days.list((item, path) => ({ ...readRange(item, path), path }), day);
  const sorted = ranges.toSorted((a, b) => a.from - b.from);
  sorted.forEach((range, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && range.from < before.to) {
      new InputReader({}, range.path).refuse('calendar.rangeOverlap', 'Ranges of one day must not overlap.');
    }
  });
  return sorted.map(({ from, to }) => ({ from, to }));
}

function readRange(item: unknown, path: string): WallRange {
  const here = (): InputReader => new InputReader({}, path);
  const [opens, closes, more] = Array.isArray(item) ? (item as unknown[]) : [];
  if (typeof opens !== 'string' || typeof closes !== 'string' || more !== undefined) {
    return here().refuse(
      'calendar.rangeInvalid',
      'Expected a pair of local times such as ["09:00", "17:00"].',
    );
  }
  const from = parseWallTime(opens);
  const to = parseWallTime(closes);
  if (from === undefined || from >= secondsPerDay) {
    return here().refuse('calendar.timeInvalid', `"${opens}" is not a time from 00:00 to 23:59:59.`, 0);
  }
  if (to === undefined) {
    return here().refuse('calendar.timeInvalid', `"${closes}" is not a time from 00:00 to 48:00.`, 1);
  }
  if (from === to) {
    return here().refuse(
      'calendar.rangeEmpty',
      `${opens} to ${closes} is empty; a whole day is 00:00 to 24:00.`,
    );
  }
  if (to < from) {
    return here().refuse(
      'calendar.rangeReversed',
      `${closes} is before ${opens}; a range across midnight adds 24 hours to its end, such as "30:00" for 6 in the morning.`,
    );
  }
  return { from, to };
}
