import type { TenantTransaction } from '@plumbline/platform/database';

/** What ends with a vendor's life here. Vendors reach no other thing's server: people does it (VendorLeaveModule). */
export abstract class VendorMemberships {
  /**
   * Ends the memberships of a vendor's people in this tenant, with their sessions, keys and open invitations, in the
   * transaction of the step; answers how many people it were.
   */
  abstract endAll(tx: TenantTransaction, vendorId: string): Promise<number>;
}
