import { describe, expect, it } from '@jest/globals';
import { formatLocalDate } from './epoch-day';
import { localDateOf, wallTimeOf } from './wall-time-of';

describe('local date and time of an instant', () => {
  it.each([
    ['2026-03-10T03:59:59.999Z', 'America/New_York', '2026-03-09'],
    ['2026-03-10T04:00:00Z', 'America/New_York', '2026-03-10'],
    ['2026-03-10T10:15:00Z', 'Pacific/Chatham', '2026-03-11'],
    ['1960-01-01T00:00:00Z', 'Asia/Kolkata', '1960-01-01'],
    ['2010-11-07T02:31:00Z', 'America/St_Johns', '2010-11-06'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(formatLocalDate(localDateOf(Temporal.Instant.from(instant), zone))).toBe(date);
  });

  it('keeps the part below a second', () => {
    const time = wallTimeOf(Temporal.Instant.from('1970-01-01T00:00:00.5Z'), 'Asia/Kolkata');
    expect(time).toEqual({ seconds: 19_800, nanoseconds: 500_000_000 });
  });
});
