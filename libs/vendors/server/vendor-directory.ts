import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { Criticality, Service, VendorState } from '@plumbline/vendors/schema';
import { In } from 'typeorm';
import { VendorEntity } from './vendor.entity';

/** What other things may know of a vendor. */
export interface VendorFacts {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: VendorState;
  readonly services: readonly Service[];
  readonly criticality: Criticality;
  readonly phiAccess: boolean;
  readonly timezone: string;
  readonly reportsForOthers: boolean;
}

/** The read model of vendors by id for other things. */
@Injectable()
export class VendorDirectory {
  /** Those of `ids` that the actor of `tx` may see, by id. */
  async find(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, VendorFacts>> {
    const where = { tenantId: tx.tenantId, id: In([...new Set(ids)]) };
    const vendors = await tx.manager.find(VendorEntity, { where });
    return new Map(vendors.map((vendor) => [vendor.id, vendor]));
  }

  /** Holds the vendors' rows until the transaction ends: what is decided per vendor is decided one after the other. */
  async lock(tx: TenantTransaction, ids: readonly string[]): Promise<void> {
    await tx.query(
      'select id from vendor where tenant_id = $1 and id = any ($2) order by id for no key update',
      [tx.tenantId, ids],
    );
  }
}
