import { describe, expect, it } from '@jest/globals';
import { formatDate } from './format-date';

describe('formatDate', () => {
  it.each([
    ['2026-03-12', 'en-US', '12 Mar 2026'],
    ['2026-03-12', 'en-GB', '12 Mar 2026'],
    ['2026-03-12', 'es', '12 mar 2026'],
    ['2026-03-12T23:30:00Z', 'en', '12 Mar 2026'],
    ['no date', 'en', 'no date'],
  ])('%s in %s reads %s', (date, locale, text) => {
    expect(formatDate(date, locale)).toBe(text);
  });
});
