export type MonthStyle = 'short' | 'long' | 'narrow';

/** A period `2026-03` as `Mar 2026` (`long`: `March 2026`; `narrow`: `Mar`). Answers the text as it came where it is no month. */
export function formatMonth(month: string, locale: string, style: MonthStyle = 'short'): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  if (!/^\d{4}-\d{2}$/.test(month) || Number.isNaN(first.getTime())) return month;
  const name = new Intl.DateTimeFormat(locale, {
    month: style === 'long' ? 'long' : 'short',
    timeZone: 'UTC',
  }).format(first);
  return style === 'narrow' ? name : `${name} ${month.slice(0, 4)}`;
}
