import { Injectable } from '@nestjs/common';
import type { HolidayCountry, HolidayType } from '@plumbline/calendars/schema';
import { setImmediate } from 'node:timers/promises';

/** Kept with every holiday that comes from it; a spec compares it with package.json. */
export const holidayLibrary = 'date-holidays 3.37.0';

/** One date of a holiday as the library has it. */
export interface LibraryHoliday {
  /** Local to the place: `2026-12-30`. */
  readonly date: string;
  readonly name: string;
  readonly type: HolidayType;
  /** The day off for a holiday that falls on another date. */
  readonly observed: boolean;
  /** Begins after midnight or ends before it. */
  readonly partOfDay: boolean;
}

const millisecondsPerDay = 86_400_000;
const language = 'en';
const yearsKept = 500;

/** The library that lists are proposed from: the one place that knows it. */
@Injectable()
export class HolidayLibrary {
  /** A year takes the library some ten milliseconds, and never changes. Oldest first. */
  private readonly known = new Map<string, readonly LibraryHoliday[]>();
  private listed: Promise<HolidayCountry[]> | undefined;

  /** By name, each with the states the library knows. */
  countries(): Promise<HolidayCountry[]> {
    return (this.listed ??= this.readCountries());
  }

  async knows(country: string, state: string | null): Promise<'yes' | 'no-country' | 'no-state'> {
    const found = (await this.countries()).find(({ code }) => code === country);
    if (!found) return 'no-country';
    const known = state === null || found.states.some(({ code }) => code === state);
    return known ? 'yes' : 'no-state';
  }

  /** The holidays of a country or state in a year, every date of those that last longer. */
  async holidaysOf(country: string, state: string | null, year: number): Promise<readonly LibraryHoliday[]> {
    // a holiday of several days may have begun the year before
    const years = [
      await this.beginningIn(country, state, year - 1),
      await this.beginningIn(country, state, year),
    ];
    return years.flat().filter(({ date }) => date.startsWith(`${year}-`));
  }

  private async readCountries(): Promise<HolidayCountry[]> {
    const catalogue = new (await load())();
    return byName(catalogue.getCountries(language)).map(({ code, name }) => ({
      code,
      name,
      states: byName(catalogue.getStates(code, language)),
    }));
  }

  private async beginningIn(
    country: string,
    state: string | null,
    year: number,
  ): Promise<readonly LibraryHoliday[]> {
    const key = `${country}/${state ?? ''}/${year}`;
    const known = this.known.get(key);
    if (known) return known;
    const Holidays = await load();
    // others have their turn between one year and the next
    await setImmediate();
    const place = state === null ? new Holidays(country) : new Holidays(country, state);
    const dates = place.getHolidays(year, language).flatMap(datesOf);
    this.known.set(key, dates);
    const oldest = this.known.keys().next();
    if (this.known.size > yearsKept && oldest.done !== true) this.known.delete(oldest.value);
    return dates;
  }
}

type Found = ReturnType<InstanceType<Awaited<ReturnType<typeof load>>>['getHolidays']>[number];

/** Only the date text is read of when it is: instants are of some zone, dates of the place. */
function datesOf({ date, start, end, name, type, substitute }: Found): LibraryHoliday[] {
  const days = (end.getTime() - start.getTime()) / millisecondsPerDay;
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const partOfDay = date.slice(11, 19) !== '00:00:00';
  // a day of 23 or 25 hours is a day
  return Array.from({ length: Math.max(1, Math.round(days)) }, (_, day) => ({
    date: first.add({ days: day }).toString(),
    name,
    type,
    observed: substitute === true,
    partOfDay,
  }));
}

/** Loaded when it is first asked: most processes never propose a list. */
async function load() {
  return (await import('date-holidays')).default;
}

function byName(names: Readonly<Record<string, string>> | undefined): { code: string; name: string }[] {
  return Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
