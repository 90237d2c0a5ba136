import type { EpochDay } from './calendar';
import { daysInMonth, epochDayOf, formatLocalDate, pair } from './epoch-day';
import { nanosecondsPerSecond, secondsPerDay } from './time-units';
import { zoneOffsets } from './zone-offsets';

const rfc3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

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
  const match = rfc3339.exec(text);
  if (match === null) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const offsetHour = Number(match[9] ?? 0);
  const offsetMinute = Number(match[10] ?? 0);
  const exists =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    offsetHour <= 23 &&
    offsetMinute <= 59;
  const epochDay = exists ? epochDayOf(year, month, day) : NaN;
  if (!(epochDay >= firstDayWritten && epochDay <= lastDayWritten)) {
    return undefined;
  }
  const offset = (match[8] === '-' ? -60 : 60) * (offsetHour * 60 + offsetMinute);
  const seconds = epochDay * secondsPerDay + hour * 3600 + minute * 60 + second - offset;
  const fraction = match[7] === undefined ? 0n : BigInt(match[7].padEnd(9, '0'));
  return new Temporal.Instant(BigInt(seconds) * nanosecondsPerSecond + fraction);
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
