import { describe, expect, it } from '@jest/globals';
import { overlapping } from './overlapping';

const term = (effectiveFrom: string, effectiveTo: string | null = null) => ({ effectiveFrom, effectiveTo });
const year = term('2026-01-01', '2027-01-01');

describe('terms in force on the same day', () => {
  it.each([
    ['ends on its first day', term('2025-01-01', '2026-01-01'), false],
    ['ends a day later', term('2025-01-01', '2026-01-02'), true],
    ['starts on its last day', term('2027-01-01'), false],
    ['starts within', term('2026-06-01'), true],
    ['is open before', term('2024-01-01'), true],
    ['lies within', term('2026-03-01', '2026-04-01'), true],
  ])('%s: %s', (_, other, expected) => {
    expect(overlapping([other], year)).toEqual(expected ? [other] : []);
    expect(overlapping([year], other)).toEqual(expected ? [year] : []);
  });

  it('takes two open ends for overlapping', () => {
    expect(overlapping([term('2020-01-01')], term('2030-01-01'))).toHaveLength(1);
  });
});
