import { dayMonthYear } from '../formatting/format-date';
import { zoneCity } from '../formatting/format-instant';

export interface TimeUnits {
  readonly day: (count: number) => string;
  readonly hour: (count: number) => string;
  readonly minute: (count: number) => string;
  readonly underMinute: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A stretch of time in words, whole minutes never rounded up: `3 h 12 min`, from two days on `59 days 4 h`. */
export function sayTime(milliseconds: number, units: TimeUnits): string {
  const whole = Math.max(0, milliseconds);
  if (whole < minute) return units.underMinute;
  const [large, small] =
    whole >= 2 * day
      ? [units.day(Math.floor(whole / day)), part(Math.floor((whole % day) / hour), units.hour)]
      : [part(Math.floor(whole / hour), units.hour), part(Math.floor((whole % hour) / minute), units.minute)];
  return [large, small].filter((each) => each !== '').join(' ');
}

function part(count: number, unit: (count: number) => string): string {
  return count === 0 ? '' : unit(count);
}

/**
 * An instant in both sides' zones: `Tue 14:05 New York / Wed 02:05 Manila`. Further than six days from now a weekday would
 * mean another week, and the date stands there: `12 Mar 2026, 14:05 New York / 13 Mar 2026, 02:05 Manila`.
 */
export function sayInstant(instant: string, now: number, zones: readonly string[], locale: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const near = Math.abs(at.getTime() - now) < 6 * day;
  const said = [...new Set(zones)].map((timeZone) => {
    const time = new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }).format(at);
    const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone }).format(at);
    const date = near ? weekday : `${dayMonthYear(at, locale, timeZone)},`;
    return `${date} ${time} ${zoneCity(timeZone)}`;
  });
  return said.join(' / ');
}
