import { describe, expect, it } from '@jest/globals';
import { firstMonthFrom, monthAt, monthsFrom, monthWindow, reportDueAt } from './month-window';

describe('monthWindow', () => {
  it.each([
    ['2026-03', 'America/New_York', '2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z', 743],
    ['2026-11', 'America/New_York', '2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z', 721],
    ['2026-03', 'Asia/Manila', '2026-02-28T16:00:00Z', '2026-03-31T16:00:00Z', 744],
    ['2024-02', 'UTC', '2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z', 696],
  ])('%s in %s runs from %s to %s: %d hours', (month, zone, start, end, hours) => {
    const window = monthWindow(month, zone);
    expect(window).toMatchObject({ start, end, zone, month });
    const length = Temporal.Instant.from(end).since(Temporal.Instant.from(start));
    expect(length.total('hours')).toBe(hours);
  });

  it('starts with the first moment of a day that has no midnight', () => {
    // Paraguay put its clocks forward at midnight of 1 October 2017
    expect(monthWindow('2017-10', 'America/Asuncion').start).toBe('2017-10-01T04:00:00Z');
  });

  it('knows the last date of a leap February', () => {
    expect(monthWindow('2024-02', 'UTC')).toMatchObject({ firstDate: '2024-02-01', lastDate: '2024-02-29' });
  });
});

describe('reportDueAt', () => {
  it.each([
    ['2026-03', 5, 'America/New_York', '2026-04-06T04:00:00Z'],
    ['2026-12', 28, 'America/New_York', '2027-01-29T05:00:00Z'],
    ['2026-01', 28, 'Asia/Manila', '2026-02-28T16:00:00Z'],
  ])('%s, day %d in %s: the end of that local day, %s', (month, day, zone, due) => {
    expect(reportDueAt(month, day, zone)).toBe(due);
  });
});

describe('months', () => {
  it('are those of the zone, not of UTC', () => {
    const instant = Temporal.Instant.from('2026-04-01T01:00:00Z');
    expect(monthAt(instant, 'America/New_York')).toBe('2026-03');
    expect(monthAt(instant, 'Asia/Manila')).toBe('2026-04');
  });

  it('run over a year’s end, both ends included, and backwards not at all', () => {
    expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsFrom('2026-02', '2026-01')).toEqual([]);
  });

  it('begin for a version with the first month whose first day it has', () => {
    expect(firstMonthFrom('2026-01-01')).toBe('2026-01');
    expect(firstMonthFrom('2026-01-15')).toBe('2026-02');
    expect(firstMonthFrom('2025-12-02')).toBe('2026-01');
  });
});
