import { byWeekday, rangesOf, type WeeklyHours } from '@plumbline/calendars/schema';
import { type Weekday, weekdays } from '@plumbline/sla-engine';
import { headerKey } from './columns';

const YES = ['yes', 'y', 'true', '1', 'x', 'si', 's'];
const NO = ['no', 'n', 'false', '0'];

/** Null: neither yes nor no. */
export function truthOf(cell: string): boolean | null {
  const said = headerKey(cell);
  return YES.includes(said) ? true : NO.includes(said) ? false : null;
}

/** One of a few as people write it: `After hours` is `after_hours`; null: none of them. */
export function choiceOf<Option extends string>(
  cell: string,
  options: readonly Option[],
  also: Readonly<Record<string, Option>> = {},
): Option | null {
  const said = headerKey(cell);
  return options.find((option) => headerKey(option) === said) ?? also[said] ?? null;
}

/** Several of a few, separated by commas, semicolons or strokes; the ones that are none are given as written. */
export function choicesOf<Option extends string>(
  cell: string,
  options: readonly Option[],
  also: Readonly<Record<string, Option>> = {},
): { readonly known: Option[]; readonly unknown: string[] } {
  const words = cell
    .split(/[,;|/]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const found = words.map((word) => ({ word, option: choiceOf(word, options, also) }));
  return {
    known: options.filter((option) => found.some((each) => each.option === option)),
    unknown: found.filter(({ option }) => option === null).map(({ word }) => word),
  };
}

const DAYS: Readonly<Record<string, Weekday>> = {
  lun: 'mon',
  mar: 'tue',
  mie: 'wed',
  jue: 'thu',
  vie: 'fri',
  sab: 'sat',
  dom: 'sun',
};

/** `mon-fri 09:00-17:00; sat 9-12` as weekly hours; null where it is not written like this. The engine judges the ranges. */
export function hoursOf(cell: string): WeeklyHours | null {
  const hours = byWeekday((): WeeklyHours[Weekday] => []);
  for (const part of cell.split(';').map((each) => each.trim())) {
    if (part === '') continue;
    const [, first = '', last = first, ranges = ''] =
      /^(\p{L}+)(?:\s*[-–]\s*(\p{L}+))?\s+(.+)$/u.exec(part) ?? [];
    const [from, to] = [dayOf(first), dayOf(last)];
    if (from === -1 || to === -1) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      hours[weekdays[day] as Weekday] = rangesOf(ranges);
      if (day === to) break;
    }
  }
  return hours;
}

function dayOf(word: string): number {
  const short = headerKey(word).slice(0, 3);
  return weekdays.indexOf(DAYS[short] ?? (short as Weekday));
}
