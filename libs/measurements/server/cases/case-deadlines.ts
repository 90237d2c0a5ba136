import type { AllowedTime, CaseTerms } from '@plumbline/measurements/schema';
import {
  addBusinessDays,
  type Calendar,
  formatLocalDate,
  type Outcome,
  parseLocalDate,
  succeed,
} from '@plumbline/sla-engine';
import type { CaseMoment } from './case-moments';

/** By when something had to be done. */
export interface CaseDeadline {
  /** YYYY-MM-DD: the day whose window the case is due in. */
  readonly dueOn: string;
  /** From this instant on, what is not done is late. */
  readonly overdueFrom: Temporal.Instant;
  /** Whether something done at this moment is in time; the boundary is (semantics rule 4). */
  inTime(done: CaseMoment): boolean;
}

/** Cases share their days of opening: the calendar is asked once a day. */
const REMEMBERED = 20_000;

/**
 * Deadlines of cases by the terms of a mapping. Days clocks count local dates in `zone`, the day of opening excluded, and
 * are due at the end of the last one (semantics rule 6); hours run through (rule 7). `calendar` is there when business
 * days are counted. Problems are the engine's: `calendar.neverOpen`, `calendar.beyondHorizon`.
 */
export class CaseDeadlines {
  private readonly known = new Map<string, Outcome<CaseDeadline>>();

  constructor(
    private readonly openedWhenClosed: CaseTerms['openedWhenClosed'],
    private readonly calendar: Calendar | null,
    private readonly zone: string,
  ) {}

  of(opened: CaseMoment, allowed: AllowedTime): Outcome<CaseDeadline> {
    if (allowed.unit === 'hours') return succeed(this.afterHours(opened, allowed.amount));
    const key = `${opened.date} ${allowed.amount} ${allowed.unit}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = this.afterDays(opened.date, allowed);
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(key, found);
    }
    return found;
  }

  private afterHours(opened: CaseMoment, amount: number): CaseDeadline {
    const due = opened.instant.add({ hours: amount });
    return {
      dueOn: due.toZonedDateTimeISO(this.zone).toPlainDate().toString(),
      overdueFrom: due,
      inTime: ({ instant }) => Temporal.Instant.compare(instant, due) <= 0,
    };
  }

  private afterDays(openedOn: string, { amount, unit }: AllowedTime): Outcome<CaseDeadline> {
    const opened = parseLocalDate(openedOn);
    if (opened === undefined) throw new Error(`${openedOn} was read as a date`);
    const due =
      unit === 'calendarDays'
        ? succeed(opened + amount)
        : addBusinessDays(this.demandCalendar(), opened, amount, this.openedWhenClosed);
    if (!due.ok) return due;
    const dueOn = formatLocalDate(due.value);
    const overdueFrom = Temporal.PlainDate.from(dueOn)
      .add({ days: 1 })
      .toZonedDateTime(this.zone)
      .toInstant();
    return succeed({ dueOn, overdueFrom, inTime: ({ date }) => date <= dueOn });
  }

  private demandCalendar(): Calendar {
    if (this.calendar === null) throw new Error('business days were mapped without a calendar');
    return this.calendar;
  }
}
