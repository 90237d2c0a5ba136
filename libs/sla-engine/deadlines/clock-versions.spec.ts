import { describe, expect, it } from '@jest/globals';
import { hours8, office, paused, replay, resumed, started } from './clock-requests.fixture';

describe('clock.replay: versions and replacements', () => {
  it('keeps the calendar known at the start (rule 8)', () => {
    const shorter = { ...office, holidays: ['2026-12-22'] };
    const calendarVersions = [
      { knownFrom: '2026-01-01T00:00:00Z', calendar: office },
      { knownFrom: '2026-12-21T15:00:00-05:00', calendar: shorter },
    ];
    const now = '2026-12-22T12:00:00-05:00';
    expect(replay(hours8, [started('2026-12-21T14:00:00-05:00')], now, { calendarVersions })).toMatchObject({
      deadline: '2026-12-22T14:00:00-05:00',
    });
    expect(replay(hours8, [started('2026-12-21T15:00:00-05:00')], now, { calendarVersions })).toMatchObject({
      deadline: '2026-12-23T15:00:00-05:00',
    });
  });

  it('replacing terms keeps start and pauses and only moves the deadline earlier (rule 10)', () => {
    const events = [
      started('2026-12-21T09:00:00-05:00'),
      paused('2026-12-21T10:00:00-05:00'),
      resumed('2026-12-21T12:00:00-05:00'),
    ];
    const at = '2026-12-21T13:00:00-05:00';
    const to = (amount: number, when = '2026-12-21T12:30:00-05:00') => ({
      calendar: office,
      replacements: [{ at: when, sla: { ...hours8, amount } }],
    });
    expect(replay(hours8, events, at, to(4))).toMatchObject({
      deadline: '2026-12-21T15:00:00-05:00',
      remaining: 2,
    });
    expect(replay(hours8, events, at, to(40))).toMatchObject({
      deadline: '2026-12-22T11:00:00-05:00',
      remaining: 6,
    });
    expect(replay(hours8, events, at, to(4, '2026-12-22T00:00:00-05:00'))).toMatchObject({ remaining: 6 });
  });
});
