import {
  type Calendar,
  formatInstant,
  instantOfWallTime,
  nanosecondsPerSecond,
  secondsPerDay,
  wallTimeOf,
} from '../calendars';
import { type Outcome, type Problem, succeed } from '../outcome';
import type { TraceStep } from '../trace';
import { showClockAmount } from './clock-amount';
import { type ClockArithmetic, type Due, clockArithmetic } from './clock-arithmetic';
import type { ClockEvent } from './clock-event';
import type { ClockAmount, ClockTerms } from './clock-terms';
import { mayExtend } from './parse-clock-terms';

/** Starts a clock; problems are those of the calendar. */
export function startClock(
  terms: ClockTerms,
  calendar: Calendar | undefined,
  start: Temporal.Instant,
): Outcome<RunningClock> {
  const arithmetic = clockArithmetic(terms, calendar, start);
  if (!arithmetic.ok) {
    return arithmetic;
  }
  const due = arithmetic.value.due(terms.amount, start);
  return due.ok ? succeed(new RunningClock(terms, start, arithmetic.value, due.value)) : due;
}

/**
 * The accumulator of the fold over a clock's events. It lives for one replay only. Time paused and time granted are
 * added to the amount, in the clock's own unit, and the deadline is counted anew from the start (semantics rule 9,
 * glpi#10594): a pause that covers no open time moves nothing, short of missing the deadline by itself.
 */
export class RunningClock {
  pausedAt: Temporal.Instant | null = null;
  metAt: Temporal.Instant | null = null;
  cancelledAt: Temporal.Instant | null = null;
  cancelReason: string | null = null;
  /** An event came after the deadline: it is missed whatever follows (rule 12). */
  missed = false;
  pausedFor: ClockAmount = 0n;
  extendedBy: ClockAmount = 0n;
  readonly trace: TraceStep[];
  private extraDays = 0;
  /** Since when the clock runs without a pause. */
  since: Temporal.Instant;

  constructor(
    private readonly terms: ClockTerms,
    readonly start: Temporal.Instant,
    private readonly arithmetic: ClockArithmetic,
    public due: Due,
  ) {
    this.since = start;
    const facts = {
      at: this.write(start),
      unit: terms.unit,
      amount: showClockAmount(terms.amount, terms.unit),
      zone: terms.zone,
    };
    this.trace = [{ rule: 'clock.started', facts }, ...arithmetic.origin];
  }

  /** Takes the next event; answers what the calendar refuses. */
  apply(event: ClockEvent): Problem | undefined {
    if (this.pausedAt === null && Temporal.Instant.compare(event.at, this.due.instant) > 0) {
      this.missed = true;
    }
    if (this.missed) {
      this.tooLate(event);
      return undefined;
    }
    switch (event.type) {
      case 'paused':
        this.pausedAt = event.at;
        this.trace.push({ rule: 'clock.paused', facts: { at: this.write(event.at), reason: event.reason } });
        return undefined;
      case 'extended':
        return this.extend(event);
      case 'cancelled':
        this.cancelledAt = event.at;
        this.cancelReason = event.reason;
        this.pausedAt = null;
        return undefined;
      case 'met':
        this.metAt = event.at;
        return this.endPause(event.at);
      default:
        return this.endPause(event.at);
    }
  }

  /** Own-unit time left at an instant; for a paused clock, that instant is when it was paused. */
  left(at: Temporal.Instant): Outcome<ClockAmount> {
    return this.arithmetic.left(at, this.due);
  }

  private endPause(at: Temporal.Instant): Problem | undefined {
    if (this.pausedAt === null) {
      return undefined;
    }
    const took = this.arithmetic.measure(this.pausedAt, at);
    if (!took.ok) {
      return took.problem;
    }
    this.pausedAt = null;
    this.since = at;
    this.pausedFor += took.value;
    this.trace.push({
      rule: 'clock.resumed',
      facts: {
        at: this.write(at),
        unit: this.terms.unit,
        took: showClockAmount(took.value, this.terms.unit),
      },
    });
    return this.plan();
  }

  private extend(event: ClockEvent & { readonly type: 'extended' }): Problem | undefined {
    const facts = {
      at: this.write(event.at),
      unit: event.unit,
      amount: showClockAmount(event.amount, event.unit),
      reason: event.reason,
      approver: event.approver,
    };
    if (!mayExtend(this.terms.unit, event.unit)) {
      this.trace.push({ rule: 'clock.extensionOfOtherTerms', facts });
      return undefined;
    }
    this.trace.push({ rule: 'clock.extended', facts });
    if (event.unit === this.terms.unit) {
      this.extendedBy += event.amount;
    } else {
      this.extraDays += Number(event.amount);
    }
    return this.plan();
  }

  private plan(): Problem | undefined {
    const due = this.arithmetic.due(this.terms.amount + this.pausedFor + this.extendedBy, this.since);
    if (!due.ok) {
      return due.problem;
    }
    this.due =
      this.extraDays === 0 ? due.value : { ...due.value, instant: this.laterByDays(due.value.instant) };
    return undefined;
  }

  /** The same local time so many dates later (42 CFR 422.572 grants calendar days on a clock of hours). */
  private laterByDays(instant: Temporal.Instant): Temporal.Instant {
    const wall = wallTimeOf(instant, this.terms.zone);
    const seconds = instantOfWallTime(
      this.terms.zone,
      wall.seconds + this.extraDays * secondsPerDay,
      'first',
    );
    return new Temporal.Instant(BigInt(seconds) * nanosecondsPerSecond + BigInt(wall.nanoseconds));
  }

  private tooLate(event: ClockEvent): void {
    if (event.type === 'met') {
      this.metAt = event.at;
      return;
    }
    this.trace.push({
      rule: 'clock.tooLate',
      facts: { event: event.type, at: this.write(event.at), deadline: this.write(this.due.instant) },
    });
  }

  private write(instant: Temporal.Instant): string {
    return formatInstant(instant, this.terms.zone);
  }
}
