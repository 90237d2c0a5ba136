import { type Outcome, succeed } from '../outcome';
import { readInstant } from '../reading';
import type { Trace } from '../trace';

export interface ReportingDuty {
  /** When the file of the window is due, as an instant: the contract's reporting day and cut-off, already dated. */
  readonly dueAt: string;
  /** When it arrived whole; null while it has not. */
  readonly receivedAt: string | null;
  /** The instant of judging. */
  readonly asOf: string;
}

export interface DutyVerdict {
  readonly state: 'met' | 'breached' | 'pending';
  /** The deadline itself where the duty is breached: late detection back-dates (semantics rule 12). */
  readonly breachedAt: string | null;
  readonly trace: Trace;
}

/**
 * The duty to report on time. A missing or late file breaches this duty and leaves the KPI itself at `notReported`
 * (semantics rule 17); arriving exactly at the deadline is in time (semantics rule 4).
 */
export function reportingDuty({ dueAt, receivedAt, asOf }: ReportingDuty): Outcome<DutyVerdict> {
  const due = readInstant(dueAt, 'dueAt');
  if (!due.ok) {
    return due;
  }
  const now = readInstant(asOf, 'asOf');
  if (!now.ok) {
    return now;
  }
  const received = receivedAt === null ? succeed(null) : readInstant(receivedAt, 'receivedAt');
  if (!received.ok) {
    return received;
  }
  const facts = { dueAt, receivedAt, asOf };
  if (received.value !== null && Temporal.Instant.compare(received.value, due.value) <= 0) {
    return succeed({ state: 'met', breachedAt: null, trace: [{ rule: 'breach.dutyMet', facts }] });
  }
  const late = received.value ?? now.value;
  return Temporal.Instant.compare(late, due.value) <= 0
    ? succeed({ state: 'pending', breachedAt: null, trace: [{ rule: 'breach.dutyPending', facts }] })
    : succeed({ state: 'breached', breachedAt: dueAt, trace: [{ rule: 'breach.dutyBreached', facts }] });
}
