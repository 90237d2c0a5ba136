import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { zonedWindow } from './zoned-window';

describe('a window in a zone', () => {
  it.each([
    ['a week with a clock set back', '2026-10-26', '2026-11-01', 'America/New_York', 169],
    ['a week with a clock set forward', '2026-03-02', '2026-03-08', 'America/New_York', 167],
    ['a day of 25 hours', '2026-10-25', '2026-10-25', 'Europe/Berlin', 25],
    ['a day that starts at one, its midnight skipped', '2026-04-24', '2026-04-24', 'Africa/Cairo', 23],
    ['a plain day', '2026-10-26', '2026-10-26', 'Asia/Manila', 24],
  ])('%s', (_, first, last, zone, hours) => {
    const { start, end } = valueOf(zonedWindow({ first, last }, zone));
    expect(Temporal.Instant.from(start).until(end).total('hours')).toBe(hours);
  });

  it('starts with its first local day and ends before the day after its last', () => {
    expect(valueOf(zonedWindow({ first: '2026-10-26', last: '2026-11-01' }, 'America/New_York'))).toEqual({
      start: '2026-10-26T04:00:00Z',
      end: '2026-11-02T05:00:00Z',
      zone: 'America/New_York',
    });
  });

  it.each([
    [{ first: '2026-10-26', last: '2026-11-01' }, '+02:00', 'zone'],
    [{ first: '2026-02-30', last: '2026-11-01' }, 'UTC', 'window'],
    [{ first: '2026-11-01', last: '2026-13-01' }, 'UTC', 'window'],
    [{ first: '2026-11-02', last: '2026-11-01' }, 'UTC', 'window'],
  ])('refuses %j in %s', (window, zone, path) => {
    expect(zonedWindow(window, zone)).toMatchObject({ ok: false, problem: { path } });
  });
});
