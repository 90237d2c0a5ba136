import { describe, expect, it } from '@jest/globals';
import { formatWindow } from './format-window';

describe('the name of a window', () => {
  const month = { month: '2026-10', window: { code: 'month', first: '2026-10-01', last: '2026-10-31' } };
  const week = { month: '2026-10', window: { code: 'week', first: '2026-10-12', last: '2026-10-18' } };

  it('is the month’s for months, in the style asked for', () => {
    expect(formatWindow(month, 'en-US')).toBe('Oct 2026');
    expect(formatWindow(month, 'en-US', 'long')).toBe('October 2026');
  });

  it('says the dates of every other window, in the reader’s language', () => {
    expect(formatWindow(week, 'en-US', 'long')).toBe('week 12–18 Oct 2026');
    expect(formatWindow(week, 'es-MX')).toBe('semana 12–18 oct 2026');
  });
});
