import type { Calendar, EpochDay } from './calendar';
import { isBusinessDay } from './is-business-day';
import { openSpans } from './open-spans';
import { perCalendar } from './per-calendar';

const datesKept = 40_000;

/** Which dates of a calendar are business days, worked out once a date. */
export class BusinessDays {
  private readonly known = new Map<EpochDay, boolean>();

  constructor(private readonly calendar: Calendar) {}

  has(date: EpochDay): boolean {
    const known = this.known.get(date);
    if (known !== undefined) {
      return known;
    }
    if (this.known.size >= datesKept) {
      this.known.clear();
    }
    const answer = isBusinessDay(this.calendar, date);
    this.known.set(date, answer);
    return answer;
  }

  /** No date from here on, in this direction, can be a business day. */
  exhausted(date: EpochDay, direction: 1 | -1): boolean {
    const { opensWeekly, lastListedDay, firstListedDay } = openSpans(this.calendar);
    return !opensWeekly && (direction === 1 ? date > lastListedDay : date < firstListedDay);
  }
}

export const businessDays = perCalendar((calendar) => new BusinessDays(calendar));
