import { describe, expect, it } from '@jest/globals';
import { nextVendorStates, vendorStates, type VendorState } from './vendor-states';

describe('the life of a vendor', () => {
  it('lets nobody who worked for the insurer end without being offboarded', () => {
    const intoEnded = vendorStates.filter((state) => nextVendorStates(state).includes('ended'));
    expect(intoEnded).toEqual(['prospect', 'onboarding', 'offboarding']);
  });

  it('reaches every state from prospect, and leaves ended never', () => {
    const reached = new Set<VendorState>(['prospect']);
    for (const state of reached) for (const next of nextVendorStates(state)) reached.add(next);
    expect([...reached].sort()).toEqual([...vendorStates].sort());
    expect(nextVendorStates('ended')).toEqual([]);
  });

  it('never stays where it is', () => {
    for (const state of vendorStates) expect(nextVendorStates(state)).not.toContain(state);
  });
});
