import type { EpochDay } from './calendar';
import { digitsAt } from './digits-at';
import { epochDayOf, formatLocalDate, pair, parseLocalDate } from './epoch-day';
import { nanosecondsPerSecond, secondsPerDay } from './time-units';
import { zoneOffsets } from './zone-offsets';

/** What stands before and after the whole second in an RFC 3339 instant. */
const [dateLength, toSecondLength] = ['2026-12-23'.length, '2026-12-23T16:30:00'.length];
const fractionAndOffset = /^(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** The instants whose RFC 3339 text has a four-digit year in every zone. */
export const firstDayWritten: EpochDay = epochDayOf(1, 1, 1);
export const lastDayWritten: EpochDay = epochDayOf(9998, 12, 31);

/**
 * Reads an RFC 3339 instant at full precision (up to nanoseconds). Text without an offset names no instant and gives
 * `undefined`, like every other malformed text; leap seconds are not kept by UTC time scales and are refused.
 *
 * @example parseInstant('2026-12-23T16:30:00-05:00')?.toString() // '2026-12-23T21:30:00Z'
 */
export function parseInstant(text: string): Temporal.Instant | undefined {
  const day = parseLocalDate(text.slice(0, dateLength));
  const second = secondOfDay(text);
  const rest = fractionAndOffset.exec(text.slice(toSecondLength));
  if (day === undefined || second === undefined || rest === null) {
    return undefined;
  }
  const [, fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = rest;
  const offset = (sign === '-' ? -60 : 60) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const exists = Number(offsetHour) <= 23 && Number(offsetMinute) <= 59;
  if (!exists || day < firstDayWritten || day > lastDayWritten) {
    return undefined;
  }
  const seconds = BigInt(day * secondsPerDay + second - offset);
  return new Temporal.Instant(seconds * nanosecondsPerSecond + BigInt(fraction.padEnd(9, '0')));
}

/** The `T16:30:00` after the date as seconds; no leap second. */
function secondOfDay(text: string): number | undefined {
  const separators = (text[10] === 'T' || text[10] === 't') && text[13] === ':' && text[16] === ':';
  const [hour, minute, second] = [digitsAt(text, 11, 2), digitsAt(text, 14, 2), digitsAt(text, 17, 2)];
  return separators && hour <= 23 && minute <= 59 && second <= 59
    ? hour * 3600 + minute * 60 + second
    : undefined;
}

/** Whole seconds since the epoch, rounded down, and the nanoseconds that remain. */
export function secondsOf(instant: Temporal.Instant): {
  readonly seconds: number;
  readonly nanoseconds: number;
} {
  const epoch = instant.epochNanoseconds;
  const nanoseconds = ((epoch % nanosecondsPerSecond) + nanosecondsPerSecond) % nanosecondsPerSecond;
  return { seconds: Number((epoch - nanoseconds) / nanosecondsPerSecond), nanoseconds: Number(nanoseconds) };
}

/**
 * Writes an instant as RFC 3339 in the offset the zone has at that instant; a fraction only when there is one.
 * Offsets with seconds (local mean time before about 1900) cannot be written in RFC 3339: those instants are in UTC.
 *
 * @example formatInstant(Temporal.Instant.from('2026-12-24T14:30:00Z'), 'America/New_York') // '2026-12-24T09:30:00-05:00'
 */
export function formatInstant(instant: Temporal.Instant, zone: string): string {
  const { seconds, nanoseconds } = secondsOf(instant);
  const exactOffset = zoneOffsets(zone).at(seconds).offset;
  const offset = exactOffset % 60 === 0 ? exactOffset : 0;
  const wall = seconds + offset;
  const day = Math.floor(wall / secondsPerDay);
  const secondOfDay = wall - day * secondsPerDay;
  const time = [Math.floor(secondOfDay / 3600), Math.floor(secondOfDay / 60) % 60, secondOfDay % 60].map(
    pair,
  );
  const fraction = nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`;
  const minutes = Math.abs(offset) / 60;
  const sign = offset < 0 ? '-' : '+';
  return `${formatLocalDate(day)}T${time.join(':')}${fraction}${sign}${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;
}
