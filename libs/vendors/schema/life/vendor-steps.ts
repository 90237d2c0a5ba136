import type { VendorState } from '../vendor-states';
import { nextVendorStates } from '../vendor-states';

/** What a gate asks for; the due diligence of a gate is asked item by item. */
export const requirementCodes = [
  'services',
  'due-diligence-begun',
  'due-diligence-item',
  'contract-active',
  'contract-findings',
  'end-date',
  'end-date-reached',
] as const;
export type RequirementCode = (typeof requirementCodes)[number];

/** Gates that due-diligence items count for. */
export const itemGates = ['activation', 'ending'] as const;
export type ItemGate = (typeof itemGates)[number];

/** How a vendor takes one step of its life (V1). */
export interface VendorStepRule {
  /**
   * At once, by whoever asks, or when another person has approved it. Two steps wait for nobody: a suspension, because the
   * vendor would go on seeing members' data for as long as the second person is looked for; and ending with a prospect,
   * with whom nothing was agreed and who was shown nothing.
   */
  readonly approval: 'at-once' | 'another-person';
  readonly requires: readonly Exclude<RequirementCode, 'due-diligence-begun' | 'due-diligence-item'>[];
  /** The items that count here. */
  readonly items?: ItemGate;
  /** The request says until when the vendor works for the insurer. */
  readonly asksEndDate?: true;
}

const FOUR_EYES = 'another-person';
const intoActive: VendorStepRule = {
  approval: FOUR_EYES,
  requires: ['services', 'contract-active', 'contract-findings'],
  items: 'activation',
};
const intoOffboarding: VendorStepRule = { approval: FOUR_EYES, requires: ['end-date'], asksEndDate: true };

const RULES: Readonly<Partial<Record<`${VendorState}/${VendorState}`, VendorStepRule>>> = {
  'prospect/onboarding': { approval: FOUR_EYES, requires: ['services'] },
  'prospect/ended': { approval: 'at-once', requires: [] },
  'onboarding/active': intoActive,
  'onboarding/ended': { approval: FOUR_EYES, requires: [] },
  'active/suspended': { approval: 'at-once', requires: [] },
  'active/offboarding': intoOffboarding,
  // whoever was suspended comes back as it came: its waivers may have run out in the meantime
  'suspended/active': intoActive,
  'suspended/offboarding': intoOffboarding,
  'offboarding/ended': { approval: FOUR_EYES, requires: ['end-date-reached'], items: 'ending' },
};

/** The rule of a step, or null where a vendor's life has no such step. */
export function vendorStepRule(from: VendorState, to: VendorState): VendorStepRule | null {
  return nextVendorStates(from).includes(to) ? (RULES[`${from}/${to}`] ?? null) : null;
}
