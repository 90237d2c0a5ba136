import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatInstant, parseInstant, secondsOf } from './instant-text';

describe('parseInstant', () => {
  it.each([
    ['2026-12-23T16:30:00-05:00', '2026-12-23T21:30:00Z'],
    ['2026-12-23t16:30:00z', '2026-12-23T16:30:00Z'],
    ['2026-12-23T16:30:00.000000001+05:45', '2026-12-23T10:45:00.000000001Z'],
    ['2024-02-29T23:59:59.5-23:59', '2024-03-01T23:58:59.5Z'],
    ['1969-12-31T23:59:59.25Z', '1969-12-31T23:59:59.25Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['9998-12-31T23:59:59Z', '9998-12-31T23:59:59Z'],
    ['2026-01-10T23:59:59+23:59', '2026-01-10T00:00:59Z'],
    ['2026-01-10T00:00:00-00:00', '2026-01-10T00:00:00Z'],
  ])('%s', (text, instant) => {
    expect(parseInstant(text)?.toString()).toBe(instant);
  });

  it.each([
    '2026-12-23T16:30:00',
    '2026-12-23T16:30-05:00',
    '2026-12-23 16:30:00Z',
    '2026-12-23',
    '2026-02-30T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-13-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-10T24:00:00Z',
    '2026-01-10T23:60:00Z',
    '2016-12-31T23:59:60Z',
    '2026-01-10T23:00:00+24:00',
    '2026-01-10T23:00:00+01:60',
    '2026-01-10T23:00:00.1234567891Z',
    '2026-01-10T23:00:00.Z',
    '2026-01-10T23:00:00,5Z',
    '2026-01-10T23.00:00Z',
    '2026-01-10T23:00.00Z',
    '2026-01-10T2x:00:00Z',
    '2026-01-10T23:0x:00Z',
    '2026-01-10T23:00:0xZ',
    '2026-01-10T23:00:00+0100',
    '2026-01-10T23:00:00+1:00',
    '2026-01-10T23:00:00+01:000',
    '2026-01-10T23:00:00Z ',
    ' 2026-01-10T23:00:00Z',
    '2026-01-10T23:00:00x05:00',
    '2026-01-10T23:00:00-05:00[America/New_York]',
    '0000-01-01T00:00:00Z',
    '9999-01-01T00:00:00Z',
    '',
  ])('%j is no instant', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('formatInstant', () => {
  it.each([
    ['2026-12-24T14:30:00Z', 'America/New_York', '2026-12-24T09:30:00-05:00'],
    ['2026-07-01T03:30:00Z', 'America/New_York', '2026-06-30T23:30:00-04:00'],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01T00:00:00+00:00'],
    ['2026-01-01T00:00:00.120Z', 'Pacific/Chatham', '2026-01-01T13:45:00.12+13:45'],
    ['2026-01-01T00:00:00Z', 'America/St_Johns', '2025-12-31T20:30:00-03:30'],
    ['1850-01-01T00:00:00Z', 'America/New_York', '1850-01-01T00:00:00+00:00'],
  ])('%s in %s', (instant, zone, text) => {
    expect(formatInstant(Temporal.Instant.from(instant), zone)).toBe(text);
  });

  it('is read back to the nanosecond in any zone', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -62_000_000_000n * 10n ** 9n, max: 250_000_000_000n * 10n ** 9n }),
        fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham', 'Australia/Lord_Howe'),
        (nanoseconds, zone) => {
          const instant = new Temporal.Instant(nanoseconds);
          expect(parseInstant(formatInstant(instant, zone))?.epochNanoseconds).toBe(nanoseconds);
          const { seconds, nanoseconds: rest } = secondsOf(instant);
          expect(BigInt(seconds) * 10n ** 9n + BigInt(rest)).toBe(nanoseconds);
          expect(rest).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 200, seed: 2 },
    );
  });
});
