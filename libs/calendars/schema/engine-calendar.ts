import { type Calendar, calendarFromJson, type Outcome } from '@plumbline/sla-engine';
import type { CalendarTerms, Holiday } from './calendar';

/** What the engine needs of a calendar; provenance decides nothing. */
export type EngineTerms = Pick<CalendarTerms, 'timezone' | 'hours'> & {
  readonly holidays: readonly Pick<Holiday, 'date' | 'name'>[];
};

/** A version as the engine computes with it. */
export function engineCalendar({ timezone, hours, holidays }: EngineTerms): Outcome<Calendar> {
  return calendarFromJson({ timezone, hours, holidays: holidays.map(({ date, name }) => ({ date, name })) });
}
