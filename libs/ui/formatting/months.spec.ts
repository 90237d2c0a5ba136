import { describe, expect, it } from '@jest/globals';
import { formatMonth } from './format-month';
import { addMonths, monthOf, monthsBetween } from './months';

describe('months', () => {
  it.each([
    ['2026-01', -1, '2025-12'],
    ['2025-12', 1, '2026-01'],
    ['2026-03', -14, '2025-01'],
    ['2026-03', 0, '2026-03'],
  ])('%s and %d months is %s', (month, count, result) => {
    expect(addMonths(month, count)).toBe(result);
  });

  it('lists both ends, and nothing backwards', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2025-11')).toEqual([]);
  });

  it('knows the month where the tenant is, not where the browser is', () => {
    const instant = new Date('2026-04-01T02:00:00Z');
    expect(monthOf(instant, 'America/New_York')).toBe('2026-03');
    expect(monthOf(instant, 'Asia/Manila')).toBe('2026-04');
  });

  it('writes months without a day to mistake', () => {
    expect(formatMonth('2026-03', 'en')).toBe('Mar 2026');
    expect(formatMonth('2026-03', 'en', 'long')).toBe('March 2026');
    expect(formatMonth('2026-03', 'es', 'long')).toBe('marzo 2026');
    expect(formatMonth('2026', 'en')).toBe('2026');
  });
});
