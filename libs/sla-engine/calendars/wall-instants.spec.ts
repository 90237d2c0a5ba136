import { describe, expect, it } from '@jest/globals';
import { parseInstant, secondsOf } from './instant-text';
import { instantOfWallTime } from './wall-instants';

/** A wall time as seconds since 1970-01-01T00:00 local: the same text read as if it were UTC. */
function wall(text: string): number {
  const instant = parseInstant(`${text}:00Z`);
  return instant === undefined ? NaN : secondsOf(instant).seconds;
}

describe('instantOfWallTime', () => {
  it.each([
    ['an ordinary time', 'America/New_York', '2026-01-05T17:00', 'first', '2026-01-05T22:00:00Z'],
    ['a repeated time, first', 'America/New_York', '2026-11-01T01:30', 'first', '2026-11-01T05:30:00Z'],
    ['a repeated time, last', 'America/New_York', '2026-11-01T01:30', 'last', '2026-11-01T06:30:00Z'],
    [
      'a skipped time moves by the gap',
      'America/New_York',
      '2026-03-08T02:30',
      'first',
      '2026-03-08T07:30:00Z',
    ],
    ['the first time after it', 'America/New_York', '2026-03-08T03:00', 'first', '2026-03-08T07:00:00Z'],
    [
      'the first time shown once again',
      'America/New_York',
      '2026-11-01T02:00',
      'first',
      '2026-11-01T07:00:00Z',
    ],
    ['half an hour of gap', 'Australia/Lord_Howe', '2026-10-04T02:15', 'first', '2026-10-03T15:45:00Z'],
    ['midnight shown twice', 'America/St_Johns', '2010-11-07T00:00', 'last', '2010-11-07T03:30:00Z'],
    ['midnight shown twice, first', 'America/St_Johns', '2010-11-07T00:00', 'first', '2010-11-07T02:30:00Z'],
    ['midnight skipped', 'America/Sao_Paulo', '2018-11-04T00:00', 'last', '2018-11-04T03:00:00Z'],
    ['a day skipped', 'Pacific/Apia', '2011-12-30T12:00', 'first', '2011-12-30T22:00:00Z'],
    ['a zone without changes', 'Asia/Kolkata', '2026-01-01T00:00', 'last', '2025-12-31T18:30:00Z'],
  ] as const)('%s', (_, zone, text, occurrence, instant) => {
    const seconds = instantOfWallTime(zone, wall(text), occurrence);
    expect(Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString()).toBe(instant);
  });
});
