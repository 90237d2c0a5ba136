import type { TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';

/**
 * Nobody and nothing comes in for a vendor that has ended. What is made in the moment in which it ends opens nothing
 * either: invitations and keys are asked for the vendor's state again when they are used.
 */
export async function demandVendorThatWorks(tx: TenantTransaction, vendorId: string): Promise<void> {
  const [vendor] = await tx.query<{ state: string }>(
    'select state from vendor where tenant_id = $1 and id = $2',
    [tx.tenantId, vendorId],
  );
  if (!vendor) throw new NotFoundError('vendor');
  if (vendor.state === 'ended')
    throw new RuleBrokenError('vendor-ended', 'This vendor has ended: nobody comes in for it any more.');
}
