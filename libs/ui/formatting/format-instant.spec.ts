import { describe, expect, it } from '@jest/globals';
import { formatBytes } from './format-bytes';
import { formatInstant } from './format-instant';

describe('formatInstant', () => {
  it('writes an instant in the zone it is asked for, and names it', () => {
    const instant = '2026-03-12T18:05:09Z';
    expect(formatInstant(instant, { locale: 'en-US', timeZone: 'Asia/Manila' })).toBe(
      '13 Mar 2026, 02:05 Manila',
    );
    expect(formatInstant(instant, { locale: 'en', timeZone: 'UTC', seconds: true })).toBe(
      '12 Mar 2026, 18:05:09 UTC',
    );
    expect(
      formatInstant(instant, { locale: 'en-US', timeZone: 'America/New_York', zoneName: false }),
      // where the zone is named beside it
    ).toBe('12 Mar 2026, 14:05');
  });

  it('starts the day at 00:00, never at 24:00', () => {
    expect(formatInstant('2026-03-12T00:00:00Z', { locale: 'en-US', timeZone: 'UTC' })).toBe(
      '12 Mar 2026, 00:00 UTC',
    );
  });

  it('leaves what is no instant as it came', () => {
    expect(formatInstant('soon', { locale: 'en', timeZone: 'UTC' })).toBe('soon');
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_400_000, '1.4 MB'],
    [3_000_000_000, '3 GB'],
  ])('%d reads %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en')).toBe(text);
  });
});
