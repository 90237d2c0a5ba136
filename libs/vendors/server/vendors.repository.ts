import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { VendorState } from '@plumbline/vendors/schema';
import { In } from 'typeorm';
import { VendorAliasEntity } from './vendor-alias.entity';
import { VendorEntity } from './vendor.entity';

export interface VendorSearch {
  readonly search: string | undefined;
  readonly state: VendorState | undefined;
  /** Name and id of the last vendor of the page before. */
  readonly after: readonly [name: string, id: string] | null;
  readonly limit: number;
}

@Injectable()
export class VendorsRepository {
  /** By name, then id. */
  list(tx: TenantTransaction, { search, state, after, limit }: VendorSearch): Promise<VendorEntity[]> {
    const query = tx.manager
      .createQueryBuilder(VendorEntity, 'vendor')
      .where('vendor.tenant_id = :tenantId', { tenantId: tx.tenantId })
      .orderBy('vendor.name')
      .addOrderBy('vendor.id')
      .limit(limit);
    if (search !== undefined) {
      query.andWhere('(vendor.name ilike :pattern or vendor.code ilike :pattern)', {
        pattern: `%${search.replace(/[\\%_]/g, '\\$&')}%`,
      });
    }
    if (state !== undefined) query.andWhere('vendor.state = :state', { state });
    if (after !== null) {
      query.andWhere('(vendor.name, vendor.id) > (:afterName, :afterId)', {
        afterName: after[0],
        afterId: after[1],
      });
    }
    return query.getMany();
  }

  find(tx: TenantTransaction, id: string): Promise<VendorEntity | null> {
    return tx.manager.findOneBy(VendorEntity, { tenantId: tx.tenantId, id });
  }

  async findMany(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, VendorEntity>> {
    const vendors = await tx.manager.findBy(VendorEntity, { tenantId: tx.tenantId, id: In([...ids]) });
    return new Map(vendors.map((vendor) => [vendor.id, vendor]));
  }

  /** Locks the row, so that of two changes at the same time the second sees what the first did. */
  findForChange(tx: TenantTransaction, id: string): Promise<VendorEntity | null> {
    return tx.manager.findOne(VendorEntity, {
      where: { tenantId: tx.tenantId, id },
      lock: { mode: 'for_no_key_update' },
    });
  }

  async aliases(tx: TenantTransaction, vendorId: string): Promise<string[]> {
    const rows = await tx.manager.find(VendorAliasEntity, {
      where: { tenantId: tx.tenantId, vendorId },
      order: { sourceCode: 'asc' },
    });
    return rows.map(({ sourceCode }) => sourceCode);
  }

  async update(tx: TenantTransaction, vendor: VendorEntity): Promise<void> {
    const { tenantId, id, ...columns } = vendor;
    await tx.manager.update(VendorEntity, { tenantId, id }, columns);
  }
}
