import type { Trace, TraceStep } from '../trace';
import { businessDays } from './business-days';
import { type Calendar, type EpochDay, weekdays } from './calendar';
import { formatLocalDate, weekdayIndex } from './epoch-day';
import { hoursOfDate, openHoursOfDate } from './hours-of-date';
import { formatWallTime } from './wall-range';

const datesListed = 100;

/**
 * The dates from `first` to `last`, both included, that were not ordinary business days, and why (semantics rule 29):
 * `calendar.skippedDay` for a closed one, `calendar.changedDay` for one with other hours than its weekday has. After
 * a hundred, `calendar.moreDays` says how many were left out.
 */
export function skippedDates(calendar: Calendar, first: EpochDay, last: EpochDay): Trace {
  const steps: TraceStep[] = [];
  let unlisted = 0;
  for (let date = first; date <= last; date++) {
    const step = stepOf(calendar, date);
    if (step !== undefined && steps.length < datesListed) {
      steps.push(step);
    } else if (step !== undefined) {
      unlisted++;
    }
  }
  return unlisted === 0 ? steps : [...steps, { rule: 'calendar.moreDays', facts: { count: unlisted } }];
}

function stepOf(calendar: Calendar, date: EpochDay): TraceStep | undefined {
  const { source } = hoursOfDate(calendar, date);
  const day = { date: formatLocalDate(date), weekday: weekdays[weekdayIndex(date)] ?? '' };
  if (!businessDays(calendar).has(date)) {
    return {
      rule: 'calendar.skippedDay',
      facts: { ...day, because: reason(calendar, date), name: calendar.holidays.get(date) ?? '' },
    };
  }
  if (source === 'week' && !calendar.breaks.has(date)) {
    return undefined;
  }
  const hours = openHoursOfDate(calendar, date).map(({ from, to }) => [
    formatWallTime(from),
    formatWallTime(to),
  ]);
  return {
    rule: 'calendar.changedDay',
    facts: { ...day, because: source === 'week' ? 'break' : source, hours },
  };
}

function reason(calendar: Calendar, date: EpochDay): string {
  const { source, ranges } = hoursOfDate(calendar, date);
  if (source !== 'week') {
    return source;
  }
  if (ranges.length === 0) {
    return 'weekday';
  }
  return openHoursOfDate(calendar, date).length === 0 ? 'break' : 'clockChange';
}
