import type { TenantTransaction } from '@plumbline/platform/database';
import type { GateFacts } from '@plumbline/vendors/schema';

/** What a gate asks of contracts. Vendors reach no other thing's server: contracts answers (ContractGateModule). */
export abstract class VendorContracts {
  /** On a local date where the insurer is. */
  abstract standing(tx: TenantTransaction, vendorId: string, today: string): Promise<GateFacts['contract']>;
}
