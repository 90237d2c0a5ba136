import type { Language } from '@plumbline/api/schema';
import type { Writing } from '@plumbline/measurements/schema';

/** How values are written in a mail: 12 Mar 2026, and instants on a 24-hour clock with the zone they are meant in. */
export function letterWriting(language: Language, timeZone: string): Writing {
  // day before month in either language, so that nobody takes 3/12 for December
  const locale = language === 'es' ? 'es' : 'en-GB';
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return {
    number: (value) => new Intl.NumberFormat(locale).format(Number(value)),
    date: (day) => Temporal.PlainDate.from(day).toLocaleString(locale, date),
    month: (month) =>
      Temporal.PlainYearMonth.from(month)
        .toPlainDate({ day: 1 })
        .toLocaleString(locale, { month: 'long', year: 'numeric' }),
    instant: (instant) => {
      const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
      const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
      return `${local.toPlainDate().toLocaleString(locale, date)}, ${time} ${timeZone}`;
    },
  };
}
