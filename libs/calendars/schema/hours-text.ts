import { type Weekday, weekdays } from '@plumbline/sla-engine';
import type { WeeklyHours } from './calendar';

/** Ranges as people write them: `9:00-12:00, 13:00–17:00`. What is no range is left for the engine to refuse. */
export function rangesOf(line: string): WeeklyHours[Weekday] {
  return line
    .split(/[,;]/)
    .map((range) => range.trim())
    .filter((range) => range !== '')
    .map((range) => {
      const [from = '', ...to] = range.split(/\s*[-–]\s*/);
      return [padded(from), padded(to.join('-'))];
    });
}

/** The ranges of a day as one line. */
export function rangesText(ranges: WeeklyHours[Weekday]): string {
  return ranges.map((range) => range.join('-')).join(', ');
}

export function byWeekday<T>(of: (day: Weekday) => T): Record<Weekday, T> {
  return Object.fromEntries(weekdays.map((day) => [day, of(day)])) as Record<Weekday, T>;
}

function padded(time: string): string {
  const match = /^(\d{1,2})(?::(\d{2}))?$/.exec(time);
  return match ? `${match[1]?.padStart(2, '0')}:${match[2] ?? '00'}` : time;
}
