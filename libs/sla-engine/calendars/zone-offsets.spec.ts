import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type OffsetStretch, ZoneOffsets, zoneOffsets } from './zone-offsets';

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

it('a stretch is read once, in whatever order its instants are asked for', () => {
  const offsets = new ZoneOffsets('America/New_York');
  const read: OffsetStretch[] = [];
  for (let at = 1_700_000_000; at < 1_900_000_000;) {
    const stretch = offsets.at(at);
    read.push(stretch);
    at = stretch.until;
  }
  expect(read.length).toBeGreaterThan(10);
  const edges = read.flatMap((stretch) => [
    [stretch.until - 1, stretch],
    [stretch.from, stretch],
  ]) as [number, OffsetStretch][];
  // Every third, so that none is asked beside the one before.
  for (let turn = 0; turn < 3; turn++) {
    for (const [at, stretch] of edges.filter((_, index) => index % 3 === turn)) {
      expect(offsets.at(at)).toBe(stretch);
    }
  }
});

it('the offsets of a zone are kept for all who ask', () => {
  expect(zoneOffsets('Asia/Kolkata')).toBe(zoneOffsets('Asia/Kolkata'));
  expect(zoneOffsets('Asia/Kolkata')).not.toBe(zoneOffsets('UTC'));
  expect(zoneOffsets('Asia/Kolkata').at(0).offset).toBe(19_800);
});
