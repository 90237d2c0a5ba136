/** A vendor's life with a tenant (V1). */
export const vendorStates = [
  'prospect',
  'onboarding',
  'active',
  'suspended',
  'offboarding',
  'ended',
] as const;
export type VendorState = (typeof vendorStates)[number];

const NEXT: Readonly<Record<VendorState, readonly VendorState[]>> = {
  prospect: ['onboarding', 'ended'],
  onboarding: ['active', 'ended'],
  active: ['suspended', 'offboarding'],
  suspended: ['active', 'offboarding'],
  offboarding: ['ended'],
  ended: [],
};

/** Where a vendor may go from a state. Who once worked for the insurer is offboarded before it ends. */
export function nextVendorStates(state: VendorState): readonly VendorState[] {
  return NEXT[state];
}

/** States in which a vendor may be entered: a new one, or one that works for the insurer already. */
export const firstVendorStates = ['prospect', 'onboarding', 'active'] as const;
