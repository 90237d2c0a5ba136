import { timezone } from '@plumbline/api/schema';
import { calendarProblems, engineCalendar, weeklyHours } from '@plumbline/calendars/schema';
import type { Calendar, Outcome } from '@plumbline/sla-engine';
import * as z from 'zod';

/** Weekly hours in a zone; the engine judges them, as it judges those of a calendar. */
export const zonedHours = z.strictObject({ timezone, hours: weeklyHours }).superRefine((hours, context) => {
  for (const { path, code, detail } of calendarProblems({ ...hours, holidays: [] }))
    context.addIssue({ code: 'custom', path: path.split('.'), message: detail, params: { code } });
});

export type ZonedHours = z.output<typeof zonedHours>;

export function calendarOfHours({ timezone, hours }: ZonedHours): Outcome<Calendar> {
  return engineCalendar({ timezone, hours, holidays: [] });
}
