import type { Calendar } from '../calendars';
import { type Outcome, fail, succeed } from '../outcome';
import type { ClockEvent } from './clock-event';
import type { ClockTerms } from './clock-terms';
import { type ClockReading, replayClock } from './replay-clock';

/**
 * The instants of an incident that clocks start at or are met by (semantics rule 11). `classified` and the three reports to
 * an authority are those of DORA (Regulation (EU) 2022/2554, Art. 19) and of state insurance rules.
 */
export const milestones = [
  'occurred',
  'detected',
  'discovered',
  'determined',
  'classified',
  'notified',
  'received',
  'acknowledged',
  'contained',
  'authorityNotified',
  'intermediateReported',
  'finalReported',
  'closed',
] as const;
export type Milestone = (typeof milestones)[number];

/** One duty that an incident sets off, as data: a contract's 24 h, 60 calendar days (45 CFR 164.410), a state's 72 h. */
export interface IncidentDuty {
  readonly id: string;
  readonly startsAt: Milestone;
  readonly metBy: Milestone;
  readonly terms: ClockTerms;
  readonly calendar?: Calendar | undefined;
}

export interface DutyReading {
  readonly id: string;
  readonly reading: ClockReading;
}

/**
 * Reads every clock that one incident drives, each from its own milestone, in its own unit and zone (semantics
 * rule 11). A duty done before its clock began is met at its start. Problems carry the duty's id in their path.
 */
export function incidentClocks(
  reached: Readonly<Partial<Record<Milestone, Temporal.Instant>>>,
  duties: readonly IncidentDuty[],
  at: Temporal.Instant,
): Outcome<readonly DutyReading[]> {
  const readings: DutyReading[] = [];
  for (const { id, startsAt, metBy, terms, calendar } of duties) {
    const events = eventsOf(reached[startsAt], reached[metBy]);
    const reading = replayClock({ terms, calendar, events, at });
    if (!reading.ok) {
      return fail(reading.problem.code, reading.problem.detail, `duties.${id}`);
    }
    readings.push({ id, reading: reading.value });
  }
  return succeed(readings);
}

function eventsOf(
  start: Temporal.Instant | undefined,
  met: Temporal.Instant | undefined,
): readonly ClockEvent[] {
  if (start === undefined) {
    return [];
  }
  const started: ClockEvent = { type: 'started', at: start, path: '' };
  if (met === undefined) {
    return [started];
  }
  const notBefore = Temporal.Instant.compare(met, start) < 0 ? start : met;
  return [started, { type: 'met', at: notBefore, path: '' }];
}
