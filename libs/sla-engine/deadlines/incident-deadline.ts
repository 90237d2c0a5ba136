import { type Calendar, formatInstant } from '../calendars';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace } from '../trace';
import type { ClockUnit } from './clock-terms';
import type { Milestone } from './incident-clocks';
import { parseClockTerms } from './parse-clock-terms';
import { replayClock } from './replay-clock';

/**
 * One of the durations whose earliest end is the deadline. `calendarMonths` is a unit of incident rules alone (DORA: one
 * month after the intermediate report); it ends with the local day of the same number, or the month's last.
 */
export interface IncidentLeg {
  readonly startsAt: Milestone;
  readonly unit: ClockUnit | 'calendarMonths';
  readonly amount: number;
}

export interface IncidentRule {
  readonly legs: readonly IncidentLeg[];
  /** IANA zone in which days are counted. */
  readonly zone: string;
  readonly calendar?: Calendar | undefined;
}

export interface IncidentDeadline {
  /** The milestone of the leg that decides, and its instant. */
  readonly startsAt: Milestone;
  readonly startedAt: Temporal.Instant;
  readonly deadline: Temporal.Instant;
  readonly trace: Trace;
}

/**
 * The deadline of an incident's rule: the earliest among its legs whose milestone was reached, as in "4 hours from
 * classification and 24 hours from awareness" (Delegated Regulation (EU) 2025/301, Art. 5); of two at the same instant
 * the first leg's. Null while none was reached. Problems are those of terms and calendars, with the leg in their path.
 *
 * @example incidentDeadline({ discovered }, { legs: [{ startsAt: 'discovered', unit: 'elapsedHours', amount: 24 }], zone: 'America/New_York' })
 */
export function incidentDeadline(
  reached: Readonly<Partial<Record<Milestone, Temporal.Instant>>>,
  rule: IncidentRule,
): Outcome<IncidentDeadline | null> {
  let holding: IncidentDeadline | null = null;
  for (const [index, leg] of rule.legs.entries()) {
    const start = reached[leg.startsAt];
    if (start === undefined) continue;
    const due = legDeadline(leg, start, rule);
    if (!due.ok) return fail(due.problem.code, due.problem.detail, `legs.${index}`);
    if (holding === null || Temporal.Instant.compare(due.value.deadline, holding.deadline) < 0)
      holding = due.value;
  }
  return succeed(holding);
}

function legDeadline(
  leg: IncidentLeg,
  startedAt: Temporal.Instant,
  { zone, calendar }: IncidentRule,
): Outcome<IncidentDeadline> {
  const { startsAt, unit, amount } = leg;
  if (unit === 'calendarMonths') return monthsDeadline(leg, startedAt, zone);
  const terms = parseClockTerms({ unit, zone, amount });
  if (!terms.ok) return terms;
  const events = [{ type: 'started' as const, at: startedAt, path: '' }];
  const reading = replayClock({ terms: terms.value, calendar, events, at: startedAt });
  if (!reading.ok) return reading;
  const { planned: deadline, trace } = reading.value;
  if (deadline === null) return fail('clock.notStarted', 'A clock that started has a deadline.');
  // what remains at the start is the whole amount, and says nothing
  return succeed({
    startsAt,
    startedAt,
    deadline,
    trace: trace.filter(({ rule }) => rule !== 'clock.running'),
  });
}

function monthsDeadline(
  { startsAt, unit, amount }: IncidentLeg,
  startedAt: Temporal.Instant,
  zone: string,
): Outcome<IncidentDeadline> {
  if (!Number.isInteger(amount) || amount < 1 || amount > 1200)
    return fail('clock.monthsInvalid', 'A clock of months runs for 1 to 1200 of them.');
  const checked = parseClockTerms({ unit: 'calendarDays', amount: 0, zone });
  if (!checked.ok) return checked;
  const last = startedAt.toZonedDateTimeISO(zone).toPlainDate().add({ months: amount });
  const deadline = last.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  const write = (instant: Temporal.Instant) => formatInstant(instant, zone);
  return succeed({
    startsAt,
    startedAt,
    deadline,
    trace: [
      { rule: 'clock.started', facts: { at: write(startedAt), unit, amount, zone } },
      { rule: 'clock.deadline', facts: { deadline: write(deadline), unit, amount, paused: 0, extended: 0 } },
    ],
  });
}
