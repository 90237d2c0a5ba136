import type { Actor, Clock } from '@plumbline/platform/tenancy';

/** Today's local date where the insurer is. */
export function localToday(clock: Clock, { timezone }: Pick<Actor, 'timezone'>): string {
  return clock.now().toZonedDateTimeISO(timezone).toPlainDate().toString();
}
