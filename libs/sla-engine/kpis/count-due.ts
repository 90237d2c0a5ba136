import { type Outcome, succeed } from '../outcome';
import { readInstant } from '../reading';
import type { Trace } from '../trace';

/** One case with a deadline, and when it was done; null while it is open. Instants are RFC 3339. */
export interface DueCase {
  readonly dueAt: string;
  readonly doneAt: string | null;
}

export interface DueCounts {
  readonly due: number;
  readonly inTime: number;
  readonly trace: Trace;
}

/**
 * Cases due in the half-open window, open overdue ones included, and how many of them were done by their deadline
 * (semantics rule 18: counting closures hides backlog). Every case is due in exactly one window, so windows add up.
 */
export function countDue(
  cases: readonly DueCase[],
  window: { readonly start: string; readonly end: string },
): Outcome<DueCounts> {
  const start = readInstant(window.start, 'window.start');
  if (!start.ok) {
    return start;
  }
  const end = readInstant(window.end, 'window.end');
  if (!end.ok) {
    return end;
  }
  const counts = { due: 0, inTime: 0, late: 0, open: 0 };
  for (const [index, { dueAt, doneAt }] of cases.entries()) {
    const deadline = readInstant(dueAt, `cases.${index}.dueAt`);
    if (!deadline.ok) {
      return deadline;
    }
    const done = doneAt === null ? succeed(null) : readInstant(doneAt, `cases.${index}.doneAt`);
    if (!done.ok) {
      return done;
    }
    const isDue =
      Temporal.Instant.compare(start.value, deadline.value) <= 0 &&
      Temporal.Instant.compare(deadline.value, end.value) < 0;
    if (isDue) {
      counts.due += 1;
      counts[howItEnded(deadline.value, done.value)] += 1;
    }
  }
  const { due, inTime, late, open } = counts;
  return succeed({
    due,
    inTime,
    trace: [
      { rule: 'kpi.casesDue', facts: { cases: cases.length, due, start: window.start, end: window.end } },
      { rule: 'kpi.dueInTime', facts: { due, inTime, late, open } },
    ],
  });
}

function howItEnded(deadline: Temporal.Instant, done: Temporal.Instant | null): 'inTime' | 'late' | 'open' {
  if (done === null) {
    return 'open';
  }
  return Temporal.Instant.compare(done, deadline) <= 0 ? 'inTime' : 'late';
}
