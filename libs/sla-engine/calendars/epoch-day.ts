import type { EpochDay } from './calendar';
import { digitsAt } from './digits-at';

const daysTo1970 = 719_468;
const daysPerEra = 146_097;

/** The civil date's day number; proleptic Gregorian, by eras of 400 years that start on 1 March. */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysTo1970;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The inverse of `epochDayOf`. */
export function civilDateOf(epochDay: EpochDay): CivilDate {
  const shifted = epochDay + daysTo1970;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : epochDayOf(year, month + 1, 1) - epochDayOf(year, month, 1);
}

/**
 * Reads a local date as RFC 3339 writes it; `undefined` for anything else, 30 February included.
 *
 * @example parseLocalDate('1970-01-02') // 1
 */
export function parseLocalDate(text: string): EpochDay | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') {
    return undefined;
  }
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  const exists = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? epochDayOf(year, month, day) : undefined;
}

/** @example formatLocalDate(1) // '1970-01-02' */
export function formatLocalDate(epochDay: EpochDay): string {
  const { year, month, day } = civilDateOf(epochDay);
  return `${String(year).padStart(4, '0')}-${pair(month)}-${pair(day)}`;
}

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayIndex(epochDay: EpochDay): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}

export function pair(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
