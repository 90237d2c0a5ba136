import { describe, expect, it } from '@jest/globals';
import { type ItemStanding, type ItemState, standingOf } from './standing';

describe('how an item stands', () => {
  it.each<[ItemState, string | null, string, ItemStanding | null]>([
    ['open', null, '2026-03-01', 'open'],
    ['submitted', null, '2026-03-01', 'submitted'],
    ['accepted', null, '2026-03-01', 'accepted'],
    ['rejected', null, '2026-03-01', 'rejected'],
    ['waived', '2026-03-02', '2026-03-01', 'waived'],
    ['waived', '2026-03-01', '2026-03-01', 'waived'],
    ['waived', '2026-02-28', '2026-03-01', 'waiver-expired'],
    ['withdrawn', null, '2026-03-01', null],
  ])('%s (until %s) on %s: %s', (state, waivedUntil, today, standing) => {
    expect(standingOf({ state, waivedUntil }, today)).toBe(standing);
  });
});
