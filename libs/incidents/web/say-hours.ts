import { formatNumber } from '@plumbline/ui';

/** Seconds as hours with a digit, as notices are measured: `26 h`, `0.5 h`; a dash where there are none. */
export function sayHours(seconds: number | null, locale: string): string {
  return seconds === null ? '–' : `${formatNumber(seconds / 3600, locale, { max: 1 })} h`;
}
