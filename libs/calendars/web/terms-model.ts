import {
  byWeekday,
  type CalendarTerms,
  type CalendarVersion,
  type ProposedHoliday,
  rangesOf,
  rangesText,
  type StatedHoliday,
  type StatedProvenance,
} from '@plumbline/calendars/schema';
import type { Weekday } from '@plumbline/sla-engine';

/** A holiday as it is typed. */
export interface HolidayModel {
  date: string;
  name: string;
  /** The date its provenance speaks of: moved to another one, it is entered by hand. */
  provenDate: string;
  provenance: StatedProvenance;
}

/** A calendar as it is typed: a line of ranges for each weekday. */
export interface TermsModel {
  timezone: string;
  hours: Record<Weekday, string>;
  holidays: HolidayModel[];
}

const office = '08:00-17:00';

export function emptyTerms(timezone: string): TermsModel {
  const hours = { mon: office, tue: office, wed: office, thu: office, fri: office, sat: '', sun: '' };
  return { timezone, hours, holidays: [] };
}

export function toTermsModel({ timezone, hours, holidays }: CalendarVersion): TermsModel {
  return {
    timezone,
    hours: byWeekday((day) => rangesText(hours[day])),
    holidays: holidays.map((holiday) => ({ ...holiday, provenDate: holiday.date })),
  };
}

export function toTerms({ timezone, hours, holidays }: TermsModel): CalendarTerms {
  return { timezone, hours: byWeekday((day) => rangesOf(hours[day])), holidays: holidays.map(stated) };
}

/** As it would be sent: a proposed date that was moved is the reviewer's own. */
export function stated({ date, name, provenDate, provenance }: HolidayModel): StatedHoliday {
  return { date, name, provenance: date === provenDate ? provenance : { source: 'person' } };
}

export function emptyHoliday(date: string): HolidayModel {
  return { date, name: '', provenDate: date, provenance: { source: 'person' } };
}

/** The list with these dates added, by date; a date that is in it already stays as it is. */
export function withProposed(
  holidays: readonly HolidayModel[],
  proposed: readonly ProposedHoliday[],
): HolidayModel[] {
  const known = new Set(holidays.map(({ date }) => date));
  const added = proposed
    .filter(({ date }) => !known.has(date))
    .map(({ date, name, provenance }) => ({ date, name, provenDate: date, provenance }));
  return [...holidays, ...added].sort((a, b) => (a.date < b.date ? -1 : 1));
}
