import type { PeriodFormat } from '@plumbline/measurements/schema';

/** A period label as read, before any zone: a date, and a wall time or an offset where the label says one. */
export interface PeriodLabel {
  /** YYYY-MM-DD; the first of the month where the label says only a month. */
  readonly date: string;
  /** Minutes since local midnight; null where the label says none. */
  readonly minute: number | null;
  /** `Z` or `±hh:mm` where the label says it: the instant is then certain. */
  readonly offset: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?(?:\s*(?<half>[AaPp])\.?[Mm]\.?)?`;
const MONTH_NAME = String.raw`(?<name>[A-Za-z]{3})[a-z]*\.?`;

const patterns: Readonly<Record<PeriodFormat, RegExp>> = {
  'YYYY-MM-DD HH:mm': new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})[ T]+${TIME}$`),
  'MM/DD/YYYY HH:mm': new RegExp(String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})[ T]+${TIME}$`),
  'DD/MM/YYYY HH:mm': new RegExp(
    String.raw`^(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})[ T]+${TIME}$`,
  ),
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  YYYYMMDD: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  'MM/DD/YYYY': /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  'DD/MM/YYYY': /^(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})$/,
  'YYYY-MM': /^(?<year>\d{4})-(?<month>\d{1,2})$/,
  YYYYMM: /^(?<year>\d{4})(?<month>\d{2})$/,
  'Mon-YY': new RegExp(String.raw`^${MONTH_NAME}[- ']+(?<short>\d{2})$`),
  'Mon YYYY': new RegExp(String.raw`^${MONTH_NAME}[- ,]+(?<year>\d{4})$`),
  iso: new RegExp(
    String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[ T]${TIME}\s*(?<offset>Z|[+-]\d{2}:?\d{2})?)?$`,
  ),
};

const ANY_TIME = new RegExp(`^${TIME}$`);

/** A moment as a cell writes it, before any zone: a date, and a time to the second where the cell says one. */
export interface WrittenMoment {
  /** YYYY-MM-DD; the first of the month where the cell says only a month. */
  readonly date: string;
  /** Seconds since local midnight; null where the cell says no time. */
  readonly second: number | null;
  /** `Z` or `±hh:mm` where the cell says it: the instant is then certain. */
  readonly offset: string | null;
}

/** Reads a cell in exactly this format; null when it is not one, or names a day that the calendar does not have. */
export function readMoment(text: string, format: PeriodFormat): WrittenMoment | null {
  const parts = patterns[format].exec(text.trim())?.groups;
  if (!parts) return null;
  const year = parts['short'] === undefined ? Number(parts['year']) : 2000 + Number(parts['short']);
  const month =
    parts['name'] === undefined ? Number(parts['month']) : MONTHS.indexOf(parts['name'].toLowerCase()) + 1;
  const day = parts['day'] === undefined ? 1 : Number(parts['day']);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const second = secondOf(parts);
  if (second === undefined) return null;
  return {
    date: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    second,
    offset: parts['offset'] ?? null,
  };
}

/** Reads a label in exactly this format; null when it is not one, or has seconds, which no interval begins with. */
export function readPeriod(text: string, format: PeriodFormat): PeriodLabel | null {
  const moment = readMoment(text, format);
  const minute = minuteOf(moment?.second);
  return moment === null || minute === undefined
    ? null
    : { date: moment.date, minute, offset: moment.offset };
}

/** Minutes since midnight of a time of day (`10:30`, `10:30:00`, `10:30 PM`); null when it is none. */
export function readTimeOfDay(text: string): number | null {
  const parts = ANY_TIME.exec(text.trim())?.groups;
  return parts ? (minuteOf(secondOf(parts)) ?? null) : null;
}

/** The formats that read every one of these labels, in the order in which they are offered. */
export function formatsOf(labels: readonly string[]): PeriodFormat[] {
  if (labels.length === 0) return [];
  return (Object.keys(patterns) as PeriodFormat[]).filter((format) =>
    labels.every((label) => readPeriod(label, format)),
  );
}

/** Null: no time is said. Undefined: the time said is impossible, or has seconds. */
function minuteOf(second: number | null | undefined): number | null | undefined {
  if (second === null || second === undefined) return second;
  return second % 60 === 0 ? second / 60 : undefined;
}

/** Null: no time is said. Undefined: an impossible one is. */
function secondOf(parts: Readonly<Record<string, string | undefined>>): number | null | undefined {
  if (parts['hour'] === undefined) return null;
  const said = Number(parts['hour']);
  const minute = Number(parts['minute']);
  const second = Number(parts['second'] ?? 0);
  if (minute > 59 || second > 59) return undefined;
  const half = parts['half']?.toLowerCase();
  if (half === undefined) return said > 23 ? undefined : (said * 60 + minute) * 60 + second;
  if (said < 1 || said > 12) return undefined;
  return (((said % 12) + (half === 'p' ? 12 : 0)) * 60 + minute) * 60 + second;
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
