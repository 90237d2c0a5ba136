import { describe, expect, it } from '@jest/globals';
import { type Criticality, type Tier, tierOf } from './tier';

describe('the tier of a vendor', () => {
  it.each<[Criticality, boolean, Tier]>([
    ['high', true, 1],
    ['high', false, 1],
    ['medium', true, 1],
    ['medium', false, 2],
    ['low', true, 2],
    ['low', false, 3],
  ])('%s criticality, PHI access %s: tier %i', (criticality, phiAccess, tier) => {
    expect(tierOf({ criticality, phiAccess })).toBe(tier);
  });
});
