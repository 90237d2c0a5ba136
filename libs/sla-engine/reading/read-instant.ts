import { type Outcome, fail, succeed } from '../outcome';

/**
 * Reads an RFC 3339 instant (`2026-01-01T00:00:00Z`, or with a numeric offset). Anything else is the problem
 * `instant.malformed`.
 */
export function readInstant(value: unknown, path: string): Outcome<Temporal.Instant> {
  if (typeof value === 'string') {
    try {
      return succeed(Temporal.Instant.from(value));
    } catch (error) {
      if (!(error instanceof RangeError)) {
        throw error;
      }
    }
  }
  return fail('instant.malformed', 'Expected an instant such as "2026-01-01T00:00:00Z".', path);
}
