import { describe, expect, it } from '@jest/globals';
import { termsInForce } from './terms-in-force';

const versions = [
  { version: 1, effectiveFrom: '2026-01-01', effectiveTo: '2026-07-01' },
  { version: 2, effectiveFrom: '2026-07-01' },
];

describe('termsInForce: the trigger picks the version (rule 10)', () => {
  it.each([
    ['the last evening of the first, local time', '2026-07-01T03:59:59Z', 1],
    ['the first instant of the second, local time', '2026-07-01T04:00:00Z', 2],
    ['before any', '2025-12-31T12:00:00Z', 'version.none'],
  ])('%s', (_, trigger, expected) => {
    const outcome = termsInForce(versions, Temporal.Instant.from(trigger), 'America/New_York');
    expect(outcome.ok ? outcome.value.version : outcome.problem.code).toBe(expected);
  });
});
