import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ZoneOffsets } from './zone-offsets';

describe('ZoneOffsets', () => {
  it.each([
    'UTC',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Chatham',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Africa/Casablanca',
  ])('answers what Temporal answers in %s, in whatever order it is asked', (zone) => {
    const offsets = new ZoneOffsets(zone);
    fc.assert(
      fc.property(fc.integer({ min: -5_000_000_000, max: 8_000_000_000 }), (second) => {
        const stretch = offsets.at(second);
        const edges = [second, stretch.from, stretch.until - 1].filter(Number.isFinite);
        const asked = edges.map(
          (edge) =>
            Temporal.Instant.fromEpochMilliseconds(edge * 1000).toZonedDateTimeISO(zone).offsetNanoseconds /
            1e9,
        );
        expect(asked).toEqual(edges.map(() => stretch.offset));
        expect(second).toBeGreaterThanOrEqual(stretch.from);
        expect(second).toBeLessThan(stretch.until);
        expect(Number.isFinite(stretch.from) ? offsets.at(stretch.from) : stretch).toBe(stretch);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});
