import { nextVendorStates, tierOf, type Vendor, type VendorSummary } from '@plumbline/vendors/schema';
import type { VendorEntity } from './vendor.entity';

export function toVendorSummary(vendor: VendorEntity): VendorSummary {
  const { id, code, name, state, services, criticality, phiAccess, timezone, reportsForOthers } = vendor;
  const tier = tierOf(vendor);
  return { id, code, name, state, tier, services, criticality, phiAccess, timezone, reportsForOthers };
}

export function toVendor(vendor: VendorEntity, aliases: readonly string[]): Vendor {
  return {
    ...toVendorSummary(vendor),
    aliases: [...aliases],
    nextStates: [...nextVendorStates(vendor.state)],
    createdAt: vendor.createdAt.toISOString(),
    updatedAt: vendor.updatedAt.toISOString(),
    version: vendor.version,
  };
}
