import { engineCalendar } from '@plumbline/calendars/schema';
import { type IncidentDeadline, incidentDeadline, type Milestone } from '@plumbline/sla-engine';
import type { ClockRule } from './clock-row';

export type Reached = Readonly<Partial<Record<Milestone, Temporal.Instant>>>;

/** When a rule's clock is due by what was reached; null: it has not begun. */
export function ruleDeadline(
  reached: Reached,
  { legs, timezone: zone, calendar }: Pick<ClockRule, 'legs' | 'timezone' | 'calendar'>,
): IncidentDeadline | null {
  const read = calendar && engineCalendar(calendar);
  if (read && !read.ok) throw new Error(`calendar of a clock: ${read.problem.detail}`);
  const due = incidentDeadline(reached, { legs, zone, calendar: read?.value });
  if (!due.ok) throw new Error(`rule of a clock: ${due.problem.path}: ${due.problem.detail}`);
  return due.value;
}

/** A duty done before its clock began is met at its start. */
export function ruleMetAt(
  reached: Reached,
  { metBy }: Pick<ClockRule, 'metBy'>,
  startedAt: Temporal.Instant,
): Date | null {
  const met = reached[metBy];
  if (!met) return null;
  return new Date(Math.max(met.epochMilliseconds, startedAt.epochMilliseconds));
}
