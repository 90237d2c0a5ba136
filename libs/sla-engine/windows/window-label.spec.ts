import { describe, expect, it } from '@jest/globals';
import { windowLabel } from './window-label';

describe('what a window is called', () => {
  it.each([
    ['day', '2026-10-12', '2026-10-12', '12 Oct 2026', '12 oct 2026'],
    ['week', '2026-10-12', '2026-10-18', 'week 12–18 Oct 2026', 'semana 12–18 oct 2026'],
    ['week', '2026-09-28', '2026-10-04', 'week 28 Sep – 4 Oct 2026', 'semana 28 sept – 4 oct 2026'],
    ['week', '2026-12-28', '2027-01-03', 'week 28 Dec 2026 – 3 Jan 2027', 'semana 28 dic 2026 – 3 ene 2027'],
    ['month', '2026-10-01', '2026-10-31', 'Oct 2026', 'oct 2026'],
    ['quarter', '2026-07-01', '2026-09-30', 'Q3 2026', 'T3 2026'],
    ['rolling-28-days', '2026-10-04', '2026-10-31', '28 days to 31 Oct 2026', '28 días hasta 31 oct 2026'],
    ['rolling-3-months', '2026-08-01', '2026-10-31', '3 months to Oct 2026', '3 meses hasta oct 2026'],
    ['fortnight', '2026-10-01', '2026-10-14', '1–14 Oct 2026', '1–14 oct 2026'],
    ['fortnight', '2026-10-01', '2026-10-01', '1 Oct 2026', '1 oct 2026'],
  ])('%s from %s', (code, first, last, en, es) => {
    expect(windowLabel(code, { first, last }, 'en')).toBe(en);
    expect(windowLabel(code, { first, last }, 'es')).toBe(es);
  });
});
