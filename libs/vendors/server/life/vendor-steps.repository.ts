import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { StepState } from '@plumbline/vendors/schema';
import { LessThan } from 'typeorm';
import { VendorStepEntity } from './vendor-step.entity';

@Injectable()
export class VendorStepsRepository {
  /** Newest first; `after`: the id of the last one of the page before. */
  list(
    tx: TenantTransaction,
    search: { readonly state: StepState | undefined; readonly after: string | null; readonly limit: number },
  ): Promise<VendorStepEntity[]> {
    const { state, after, limit } = search;
    return tx.manager.find(VendorStepEntity, {
      where: {
        tenantId: tx.tenantId,
        ...(state === undefined ? {} : { state }),
        ...(after === null ? {} : { id: LessThan(after) }),
      },
      order: { id: 'desc' },
      take: limit,
    });
  }

  /** Newest first. */
  ofVendor(tx: TenantTransaction, vendorId: string): Promise<VendorStepEntity[]> {
    return tx.manager.find(VendorStepEntity, {
      where: { tenantId: tx.tenantId, vendorId },
      order: { id: 'desc' },
    });
  }

  find(tx: TenantTransaction, id: string): Promise<VendorStepEntity | null> {
    return tx.manager.findOneBy(VendorStepEntity, { tenantId: tx.tenantId, id });
  }

  findPending(tx: TenantTransaction, vendorId: string): Promise<VendorStepEntity | null> {
    return tx.manager.findOneBy(VendorStepEntity, { tenantId: tx.tenantId, vendorId, state: 'pending' });
  }

  async insert(tx: TenantTransaction, step: VendorStepEntity): Promise<void> {
    await tx.manager.insert(VendorStepEntity, step);
  }

  async update(tx: TenantTransaction, { tenantId, id, ...columns }: VendorStepEntity): Promise<void> {
    await tx.manager.update(VendorStepEntity, { tenantId, id }, columns);
  }
}
