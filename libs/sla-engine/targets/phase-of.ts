import { zoneName } from '../calendars/zone-name';
import { type Outcome, fail, succeed } from '../outcome';
import { readInstant } from '../reading';
import type { JudgeInput } from './judge';

/**
 * Where an instant stands to a window: inside it, after it while files may still come, after that while repeats may
 * still show (first contact resolution, semantics rule 17), or past everything.
 */
export type Phase = 'windowOpen' | 'reportOpen' | 'repeatWindowOpen' | 'closed';

type Timing = Pick<JudgeInput, 'definition' | 'window' | 'asOf' | 'reportDueAt' | 'rows'>;

/**
 * The phase of a window at `asOf`; also checks that the window runs forward, that its zone is an IANA zone and not
 * a fixed offset (semantics rule 1), and that every row that says when it starts does so inside the window. Repeat windows are
 * calendar days in the window's zone. Reporting time matters only while no row has come.
 */
export function phaseOf({ definition, window, asOf, reportDueAt, rows }: Timing): Outcome<Phase> {
  const start = readInstant(window.start, 'window.start');
  if (!start.ok) {
    return start;
  }
  const end = readInstant(window.end, 'window.end');
  if (!end.ok) {
    return end;
  }
  if (Temporal.Instant.compare(start.value, end.value) >= 0) {
    return fail('window.reversed', 'A window ends after it starts.', 'window');
  }
  const zone = zoneName(window.zone);
  if (!zone.ok) {
    return fail(zone.problem.code, zone.problem.detail, 'window.zone');
  }
  const now = readInstant(asOf, 'asOf');
  if (!now.ok) {
    return now;
  }
  const stray = strayRow(rows, start.value, end.value);
  if (!stray.ok) {
    return stray;
  }
  if (Temporal.Instant.compare(now.value, end.value) < 0) {
    return succeed('windowOpen');
  }
  const due = reportDueAt === undefined ? end : readInstant(reportDueAt, 'reportDueAt');
  if (!due.ok) {
    return due;
  }
  if (rows.length === 0 && Temporal.Instant.compare(now.value, due.value) <= 0 && reportDueAt !== undefined) {
    return succeed('reportOpen');
  }
  const repeatsUntil = end.value
    .toZonedDateTimeISO(zone.value)
    .add({ days: definition.repeatWindowDays ?? 0 })
    .toInstant();
  return succeed(Temporal.Instant.compare(now.value, repeatsUntil) < 0 ? 'repeatWindowOpen' : 'closed');
}

function strayRow(rows: Timing['rows'], start: Temporal.Instant, end: Temporal.Instant): Outcome<null> {
  for (const [index, row] of rows.entries()) {
    if (row.startsAt !== undefined) {
      const at = readInstant(row.startsAt, `rows.${index}.startsAt`);
      if (!at.ok) {
        return at;
      }
      if (Temporal.Instant.compare(at.value, start) < 0 || Temporal.Instant.compare(at.value, end) >= 0) {
        return fail('row.outsideWindow', 'The row starts outside the window.', `rows.${index}.startsAt`);
      }
    }
  }
  return succeed(null);
}
