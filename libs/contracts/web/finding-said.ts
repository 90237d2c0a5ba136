import { type Finding, sayVersionFinding } from '@plumbline/contracts/schema';
import type { Writing } from '@plumbline/measurements/schema';
import { formatDate, formatInstant, formatMonth, formatNumber, languageOf } from '@plumbline/ui';

/** A finding in the reader's words; as the server says it where there are none for it. */
export function findingSaid(
  finding: Pick<Finding, 'code' | 'parameters' | 'detail'>,
  locale: string,
): string {
  return sayVersionFinding(finding, languageOf(locale), writingOf(locale)) ?? finding.detail;
}

export function writingOf(locale: string): Writing {
  return {
    number: (value) => formatNumber(value, locale, { max: 6 }),
    date: (day) => formatDate(day, locale),
    month: (month) => formatMonth(month, locale, 'long'),
    instant: (instant) => formatInstant(instant, { locale, timeZone: 'UTC' }),
  };
}
