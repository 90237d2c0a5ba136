import { localDay } from '@plumbline/ui';

/** Today's date where the tenant is, `2026-03-12`. */
export function today(timeZone: string): string {
  return localDay(timeZone);
}
