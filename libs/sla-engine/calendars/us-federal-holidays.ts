import { type Outcome, fail, succeed } from '../outcome';
import type { EpochDay } from './calendar';
import { civilDateOf, daysInMonth, epochDayOf, formatLocalDate, weekdayIndex } from './epoch-day';

/** A date on which federal offices are closed. */
export interface FederalHoliday {
  readonly date: EpochDay;
  readonly name: string;
  /** The holiday itself, when it falls on a weekend and is observed on a weekday instead. */
  readonly observedFor: EpochDay | null;
}

const firstYear = 1986;
const [monday, thursday, saturday, sunday] = [0, 3, 5, 6];

/**
 * The weekdays closed in a year for a federal holiday of the United States, in order: 5 U.S.C. 6103(a), a Saturday
 * observed the Friday before (6103(b)), a Sunday the Monday after (Executive Order 11582). New Year's Day of the next
 * year may close 31 December of this one. Holiday libraries miss some of these (Veterans Day on Friday 2023-11-10), so
 * proposed lists are checked against this. Problem `holiday.yearUnsupported` before 1986, when the list last changed
 * but for Juneteenth (2021).
 */
export function usFederalHolidays(year: number): Outcome<readonly FederalHoliday[]> {
  if (!Number.isSafeInteger(year) || year < firstYear || year > 9000) {
    return fail('holiday.yearUnsupported', `Federal holidays are known from ${firstYear} to 9000.`);
  }
  const closed = [...holidaysOf(year), { date: epochDayOf(year + 1, 1, 1), name: 'New Year’s Day' }].map(
    observed,
  );
  return succeed(closed.filter(({ date }) => civilDateOf(date).year === year));
}

/** The federal closures of a year that a list of local dates lacks, each with its name. */
export function missingFederalHolidays(
  listed: ReadonlySet<string>,
  year: number,
): Outcome<readonly FederalHoliday[]> {
  const holidays = usFederalHolidays(year);
  return holidays.ok
    ? succeed(holidays.value.filter(({ date }) => !listed.has(formatLocalDate(date))))
    : holidays;
}

/** In the order of their dates, which a day's shift leaves as it is. */
function holidaysOf(year: number): readonly { date: EpochDay; name: string }[] {
  return [
    { date: epochDayOf(year, 1, 1), name: 'New Year’s Day' },
    { date: nth(year, 1, monday, 3), name: 'Birthday of Martin Luther King, Jr.' },
    { date: nth(year, 2, monday, 3), name: 'Washington’s Birthday' },
    { date: lastMonday(year, 5), name: 'Memorial Day' },
    ...(year >= 2021
      ? [{ date: epochDayOf(year, 6, 19), name: 'Juneteenth National Independence Day' }]
      : []),
    { date: epochDayOf(year, 7, 4), name: 'Independence Day' },
    { date: nth(year, 9, monday, 1), name: 'Labor Day' },
    { date: nth(year, 10, monday, 2), name: 'Columbus Day' },
    { date: epochDayOf(year, 11, 11), name: 'Veterans Day' },
    { date: nth(year, 11, thursday, 4), name: 'Thanksgiving Day' },
    { date: epochDayOf(year, 12, 25), name: 'Christmas Day' },
  ];
}

function observed({ date, name }: { date: EpochDay; name: string }): FederalHoliday {
  const shift = { [saturday]: -1, [sunday]: 1 }[weekdayIndex(date)];
  return shift === undefined
    ? { date, name, observedFor: null }
    : { date: date + shift, name: `${name} (observed)`, observedFor: date };
}

function nth(year: number, month: number, weekday: number, count: number): EpochDay {
  const first = epochDayOf(year, month, 1);
  return first + ((weekday - weekdayIndex(first) + 7) % 7) + 7 * (count - 1);
}

function lastMonday(year: number, month: number): EpochDay {
  const end = epochDayOf(year, month, daysInMonth(year, month));
  return end - weekdayIndex(end);
}
