import { parseInstant } from '../calendars/instant-text';
import { type Outcome, fail, succeed } from '../outcome';

/**
 * Reads an RFC 3339 instant (`2026-01-01T00:00:00Z`, or with a numeric offset). Anything else is the problem
 * `instant.malformed`.
 */
export function readInstant(value: unknown, path: string): Outcome<Temporal.Instant> {
  const instant = typeof value === 'string' ? parseInstant(value) : undefined;
  return instant === undefined
    ? fail('instant.malformed', 'Expected an instant such as "2026-01-01T00:00:00Z".', path)
    : succeed(instant);
}
