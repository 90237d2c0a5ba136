import type { Actor } from '@plumbline/platform/tenancy';
import { nextVendorStates, tierOf, type Vendor, type VendorSummary } from '@plumbline/vendors/schema';
import type { VendorEntity } from './vendor.entity';

export function toVendorSummary(vendor: VendorEntity): VendorSummary {
  const { id, code, name, state, services, criticality, phiAccess, timezone, reportsForOthers } = vendor;
  const tier = vendor.tierOverride ?? tierOf(vendor);
  return { id, code, name, state, tier, services, criticality, phiAccess, timezone, reportsForOthers };
}

export function toVendor(
  vendor: VendorEntity,
  aliases: readonly string[],
  { side }: Pick<Actor, 'side'>,
): Vendor {
  return {
    ...toVendorSummary(vendor),
    aliases: [...aliases],
    nextStates: [...nextVendorStates(vendor.state)],
    computedTier: tierOf(vendor),
    // why an insurer watches more closely is its own affair
    tierOverride: side === 'insurer' ? toOverride(vendor) : null,
    endDate: vendor.endDate,
    createdAt: vendor.createdAt.toISOString(),
    updatedAt: vendor.updatedAt.toISOString(),
    version: vendor.version,
  };
}

function toOverride(vendor: VendorEntity): Vendor['tierOverride'] {
  const {
    tierOverride: tier,
    tierOverrideReason: reason,
    tierOverrideByName: by,
    tierOverrideAt: at,
  } = vendor;
  return tier === null || reason === null || by === null || at === null
    ? null
    : { tier, reason, by, at: at.toISOString() };
}
