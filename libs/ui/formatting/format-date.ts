/**
 * A calendar date `2026-03-12` as `12 Mar 2026`: day, month name, year in every locale, so that nobody takes 3/12 for
 * December. Answers the text as it came where it is no date.
 */
export function formatDate(date: string, locale: string): string {
  const instant = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) ? date : dayMonthYear(instant, locale, 'UTC');
}

/** Day, short month and year of an instant in a zone, in that order whatever the locale's own order is. */
export function dayMonthYear(instant: Date, locale: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}`;
}
