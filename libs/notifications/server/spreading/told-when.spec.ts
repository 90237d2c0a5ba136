import { describe, expect, it } from '@jest/globals';
import { type Hours, type Rhythm, toldWhen, usualHours } from './told-when';

const quiet = (timezone: string, quietFrom: string, quietUntil: string): Hours => ({
  ...usualHours(timezone),
  quietFrom,
  quietUntil,
});
const night = quiet('America/New_York', '22:00', '07:00');
const told = (hours: Hours, now: string, rhythm: Rhythm = 'at-once', legal = false): string =>
  toldWhen(legal, rhythm, hours, Temporal.Instant.from(now)).toString();

describe('when somebody is told', () => {
  it.each([
    ['by day', night, '2026-06-01T16:00:00Z', '2026-06-01T16:00:00Z'],
    ['at the minute it becomes quiet', night, '2026-06-02T02:00:00Z', '2026-06-02T11:00:00Z'],
    ['after midnight', night, '2026-06-02T05:00:00Z', '2026-06-02T11:00:00Z'],
    ['at the minute the quiet ends', night, '2026-06-02T11:00:00Z', '2026-06-02T11:00:00Z'],
    ['in a night that loses an hour', night, '2026-03-08T05:00:00Z', '2026-03-08T11:00:00Z'],
    ['in a night that gains an hour', night, '2026-11-01T04:00:00Z', '2026-11-01T12:00:00Z'],
    [
      'until a time that is skipped',
      quiet('America/New_York', '22:00', '02:30'),
      '2026-03-08T04:00:00Z',
      '2026-03-08T07:30:00Z',
    ],
    [
      'in an hour that comes twice, first time',
      quiet('America/New_York', '22:00', '01:30'),
      '2026-11-01T05:10:00Z',
      '2026-11-01T05:30:00Z',
    ],
    [
      'in an hour that comes twice, second time',
      quiet('America/New_York', '22:00', '01:30'),
      '2026-11-01T06:10:00Z',
      '2026-11-01T06:30:00Z',
    ],
    [
      'at noon, where the quiet is by day',
      quiet('Asia/Manila', '12:00', '13:00'),
      '2026-06-01T04:30:00Z',
      '2026-06-01T05:00:00Z',
    ],
  ])('%s', (_, hours, now, expected) => {
    expect(told(hours, now)).toBe(expected);
  });

  it('is at once where a legal clock depends on it, however quiet', () => {
    expect(told(night, '2026-06-02T05:00:00Z', 'weekly', true)).toBe('2026-06-02T05:00:00Z');
  });

  it.each([
    ['daily', '2026-06-01T11:59:59Z', '2026-06-01T12:00:00Z'],
    ['daily', '2026-06-01T12:00:00Z', '2026-06-02T12:00:00Z'],
    ['daily', '2026-03-07T14:00:00Z', '2026-03-08T12:00:00Z'],
    ['daily', '2026-10-31T14:00:00Z', '2026-11-01T13:00:00Z'],
    ['weekly', '2026-06-01T12:00:00Z', '2026-06-08T12:00:00Z'],
    ['weekly', '2026-06-03T12:00:00Z', '2026-06-08T12:00:00Z'],
  ] as const)('%s, at eight in the morning: after %s comes %s', (rhythm, now, expected) => {
    expect(told(usualHours('America/New_York'), now, rhythm)).toBe(expected);
  });

  it('puts a digest off until the quiet is over', () => {
    expect(told({ ...night, digestAt: '06:00' }, '2026-06-02T05:00:00Z', 'daily')).toBe(
      '2026-06-02T11:00:00Z',
    );
  });
});
