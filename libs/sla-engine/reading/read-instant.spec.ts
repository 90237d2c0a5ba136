import { describe, expect, it } from '@jest/globals';
import { readInstant } from './read-instant';

describe('reading instants', () => {
  it.each([
    ['UTC', '2026-01-01T00:00:00Z'],
    ['an offset', '2025-12-31T19:00:00-05:00'],
  ])('takes %s', (_, text) => {
    const outcome = readInstant(text, 'asOf');
    expect(outcome.ok && outcome.value.toString()).toBe('2026-01-01T00:00:00Z');
  });

  it.each([
    ['a local time', '2026-01-01T00:00:00'],
    ['a date', '2026-01-01'],
    ['text', 'yesterday'],
    ['a number', 1767225600],
    ['a list of one', ['2026-01-01T00:00:00Z']],
    ['nothing', undefined],
  ])('refuses %s', (_, value) => {
    expect(readInstant(value, 'asOf')).toMatchObject({
      problem: {
        code: 'instant.malformed',
        detail: 'Expected an instant such as "2026-01-01T00:00:00Z".',
        path: 'asOf',
      },
    });
  });
});
