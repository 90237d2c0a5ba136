/** What a number of a sheet stands for, by the format it is shown in. */
export type NumberKind = 'number' | 'percent' | 'month' | 'date' | 'date-time' | 'time';

/** Formats that every workbook knows without writing them down (ECMA-376 part 1, 18.8.30). */
const builtIn: ReadonlyMap<number, NumberKind> = new Map([
  ...[9, 10].map((id) => [id, 'percent'] as const),
  ...[14, 15, 16].map((id) => [id, 'date'] as const),
  [17, 'month'] as const,
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, 'time'] as const),
  [22, 'date-time'] as const,
  // dates of the east Asian formats
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, 'time'] as const),
]);

/** `code` where the workbook writes the format down. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn.get(id) ?? 'number';
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(code);
  const bare = code
    .replace(/"[^"]*"?|[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';', 1)[0]!
    .replace(/am\/pm|a\/p|general/gi, '')
    .toLowerCase();
  const clock = elapsed || /[hs]/.test(bare);
  const day = bare.includes('d');
  if (day || bare.includes('y')) {
    if (clock) return 'date-time';
    return !day && bare.includes('m') ? 'month' : 'date';
  }
  if (clock) return 'time';
  if (bare.includes('m')) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}

export interface NumberRules {
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
  readonly decimal: '.' | ',';
}

const DAY_MS = 86_400_000;
/** The last day that a sheet knows, 9999-12-31. */
const LAST_DAY = 2_958_465;
/** No sum of times is this many days; a clock time of so large a number is that of a date. */
const DATE_AS_CLOCK = 10_000;

/**
 * A number of a sheet as a CSV file would say it: dates as YYYY-MM-DD, times as h:mm:ss, percentages with their sign,
 * numbers with 15 significant digits (which is what a sheet shows; more is noise of binary fractions).
 */
export function numberText(written: string, kind: NumberKind, rules: NumberRules): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  switch (kind) {
    case 'time':
      return clock(value);
    case 'date':
    case 'month':
    case 'date-time':
      return dateText(value, kind, rules.from1904) ?? plain(value, rules.decimal);
    case 'percent':
      return `${plain(value, rules.decimal, 2)}%`;
    case 'number':
      return /^-?\d{1,15}$/.test(written) ? written : plain(value, rules.decimal);
  }
}

/** Without exponent; `shift` moves the point to the right, which multiplying would not do exactly. */
function plain(value: number, decimal: '.' | ',', shift = 0): string {
  const [digits = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const figures = digits.replace('.', '');
  const point = Number(exponent) + 1 + shift;
  if (point > 30 || point < -30) return point < 0 ? '0' : String(value);
  const padded = point > 0 ? figures.padEnd(point, '0') : `${'0'.repeat(1 - point)}${figures}`;
  const at = Math.max(1, point);
  const fraction = padded.slice(at, at + 15).replace(/0+$/, '');
  const text = fraction === '' ? padded.slice(0, at) : `${padded.slice(0, at)}${decimal}${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Null: no day of the sheet's calendar. */
function dateText(serial: number, kind: 'date' | 'month' | 'date-time', from1904: boolean): string | null {
  // to the second: a quarter of an hour has no exact binary fraction
  const seconds = kind === 'date-time' ? Math.round(serial * 86_400) : Math.floor(serial) * 86_400;
  const days = seconds / 86_400 + (from1904 ? 1462 : 0);
  if (days < 0 || days >= LAST_DAY + 1) return null;
  // 1900 was no leap year, but sheets count a 29 February that it did not have
  const epochDays = days - (days < 60 ? 25_568 : 25_569);
  const iso = new Date(Math.round(epochDays * DAY_MS)).toISOString();
  const date = iso.slice(0, 10);
  if (kind === 'month') return date.slice(0, 7);
  if (kind === 'date') return date;
  return `${date} ${iso.slice(11, seconds % 60 === 0 ? 16 : 19)}`;
}

/** A time of day, or a sum of times: h:mm:ss, with as many hours as there are. */
function clock(value: number): string {
  const all = Math.round(Math.abs(value) * DAY_MS);
  const ms = Math.abs(value) >= DATE_AS_CLOCK ? all % DAY_MS : all;
  const two = (part: number) => String(part).padStart(2, '0');
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  const text = `${Math.floor(ms / 3_600_000)}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}${fraction}`;
  return value < 0 && ms > 0 ? `-${text}` : text;
}
