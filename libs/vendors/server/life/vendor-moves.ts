import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import type { TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import { DueDiligenceStart } from '../due-diligence/due-diligence-start';
import type { VendorEntity } from '../vendor.entity';
import { VendorsRepository } from '../vendors.repository';
import { VendorMemberships } from './vendor-memberships';
import type { VendorStepEntity } from './vendor-step.entity';

/** Taking a step, with everything that follows from it, in one transaction. The caller holds the vendor's row. */
@Injectable()
export class VendorMoves {
  constructor(
    private readonly vendors: VendorsRepository,
    private readonly dueDiligence: DueDiligenceStart,
    private readonly memberships: VendorMemberships,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  async take(tx: TenantTransaction, vendor: VendorEntity, step: VendorStepEntity): Promise<void> {
    vendor.state = step.to;
    vendor.endDate = step.endDate ?? vendor.endDate;
    vendor.updatedAt = this.clock.date();
    vendor.version += 1;
    await this.vendors.update(tx, vendor);
    const items =
      step.to === 'onboarding' || step.to === 'offboarding' ? await this.dueDiligence.begin(tx, vendor) : [];
    const people = step.to === 'ended' ? await this.memberships.endAll(tx, vendor.id) : 0;
    await this.log(tx, 'vendor-moved', step, {
      reason: step.reason,
      approved: step.state === 'approved',
      ...(items.length > 0 ? { items } : {}),
      ...(people > 0 ? { membershipsEnded: people } : {}),
    });
  }

  log(tx: TenantTransaction, action: string, step: VendorStepEntity, detail: object): Promise<void> {
    const { id, vendorId, from, to, endDate } = step;
    return this.activityLog.append(tx, {
      action,
      thing: 'vendor',
      thingId: vendorId,
      vendorId,
      detail: { stepId: id, from, to, ...(endDate === null ? {} : { endDate }), ...detail },
    });
  }
}
