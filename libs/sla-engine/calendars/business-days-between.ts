import { type Outcome, fail, succeed } from '../outcome';
import { businessDays } from './business-days';
import type { Calendar, EpochDay } from './calendar';
import { horizonDays } from './time-units';

/**
 * Business days after `from` up to and including `to`: the day counted from is excluded (semantics rule 6), so
 * that adding the answer to `from` gives `to` back when `to` is a business day. Negative when `to` is before
 * `from`. Problem `calendar.beyondHorizon` when they are more than 100 years apart.
 */
export function businessDaysBetween(calendar: Calendar, from: EpochDay, to: EpochDay): Outcome<number> {
  if (Math.abs(to - from) > horizonDays) {
    return fail('calendar.beyondHorizon', 'The two dates are more than 100 years apart.');
  }
  const days = businessDays(calendar);
  let count = 0;
  for (let date = Math.min(from, to) + 1; date <= Math.max(from, to); date++) {
    count += days.has(date) ? 1 : 0;
  }
  return succeed(to < from ? -count : count);
}
