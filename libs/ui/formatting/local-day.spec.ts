import { describe, expect, it } from '@jest/globals';
import { localDay } from './local-day';

describe('the day of an instant', () => {
  it.each([
    ['America/New_York', '2026-03-01T02:00:00Z', '2026-02-28'],
    ['Asia/Manila', '2026-02-28T16:30:00Z', '2026-03-01'],
    ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
  ])('in %s, of %s', (zone, at, day) => {
    expect(localDay(zone, at)).toBe(day);
  });
});
