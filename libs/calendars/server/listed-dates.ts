import {
  type HolidayType,
  holidayTypes,
  type ProposedHoliday,
  type ProposedProvenance,
} from '@plumbline/calendars/schema';
import { type FederalHoliday, formatLocalDate, missingFederalHolidays } from '@plumbline/sla-engine';
import type { LibraryHoliday } from './holiday-library';

export const federalRule = '5 U.S.C. 6103';

interface ListOrigin {
  readonly library: string;
  readonly country: string;
  readonly state: string | null;
}

/** One item a date: the holidays of its strongest type, by all their names. Public ones are ticked. */
export function listedDates(holidays: readonly LibraryHoliday[], origin: ListOrigin): ProposedHoliday[] {
  return [...Map.groupBy(holidays, ({ date }) => date)].map(([date, ofDate]) => {
    const type = strongest(ofDate);
    const same = ofDate.filter((holiday) => holiday.type === type);
    const name = [...new Set(same.map((holiday) => holiday.name))].join(' · ').slice(0, 120);
    const partOfDay = same.every((holiday) => holiday.partOfDay);
    const observed = same.every((holiday) => holiday.observed);
    const provenance: ProposedProvenance = { source: 'library', ...origin, type, observed, name };
    return { date, name, ticked: type === 'public' && !partOfDay, partOfDay, listedAs: type, provenance };
  });
}

/**
 * The federal closures of a year that the ticked dates lack (5 U.S.C. 6103): the library leaves out Veterans Day observed
 * on Friday 2023-11-10. A state need not close with the federal offices: there an addition is ticked only when it stands
 * for a day that the state's own list has.
 */
export function federalAdditions(
  listed: readonly ProposedHoliday[],
  year: number,
  state: string | null,
): ProposedHoliday[] {
  const ticked = new Set(listed.filter((item) => item.ticked).map(({ date }) => date));
  const missing = missingFederalHolidays(ticked, year);
  const additionOf = ({ date: day, name, observedFor }: FederalHoliday): ProposedHoliday => {
    const date = formatLocalDate(day);
    return {
      date,
      name,
      ticked: state === null || (observedFor !== null && ticked.has(formatLocalDate(observedFor))),
      partOfDay: false,
      listedAs: listed.find((item) => item.date === date)?.listedAs ?? null,
      provenance: { source: 'rule', rule: federalRule, name },
    };
  };
  return missing.ok ? missing.value.map(additionOf) : [];
}

function strongest(holidays: readonly LibraryHoliday[]): HolidayType {
  return holidayTypes.find((type) => holidays.some((holiday) => holiday.type === type)) ?? 'observance';
}
