import { parseCalendar, weekdays } from '@plumbline/sla-engine';
import type { EngineTerms } from './engine-calendar';

export interface CalendarProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

/**
 * What cannot be meant, each at its field: what the engine refuses, a weekday at a time so that one wrong range hides no
 * other, a date listed twice, a week that never opens.
 */
export function calendarProblems({ timezone, hours, holidays }: EngineTerms): CalendarProblem[] {
  const parts = [
    { timezone, hours: {} },
    ...weekdays.map((day) => ({ timezone: 'UTC', hours: { [day]: hours[day] } })),
  ];
  return [
    ...parts.flatMap((part) => {
      const outcome = parseCalendar(part);
      return outcome.ok ? [] : [outcome.problem];
    }),
    ...(weekdays.every((day) => hours[day].length === 0)
      ? [{ path: 'hours', code: 'calendar-never-open', detail: 'Open on at least one day of the week.' }]
      : []),
    ...holidays.flatMap(({ date }, index) =>
      holidays.findIndex((other) => other.date === date) === index
        ? []
        : [
            {
              path: `holidays.${index}.date`,
              code: 'holiday-date-twice',
              detail: `${date} is in the list already.`,
            },
          ],
    ),
  ];
}
