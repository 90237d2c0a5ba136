import * as z from 'zod';

/** The roles of the insurer's own people. */
export const insurerRoles = [
  'administrator',
  'vendor_manager',
  'security',
  'compliance_auditor',
  'executive',
] as const;
/** The roles of a vendor's people. */
export const vendorRoles = ['vendor_administrator', 'vendor_contributor'] as const;

export const role = z.enum([...insurerRoles, ...vendorRoles]);
export type RoleName = z.output<typeof role>;

export const side = z.enum(['insurer', 'vendor']);

export function isVendorRole(name: RoleName): boolean {
  return (vendorRoles as readonly string[]).includes(name);
}
