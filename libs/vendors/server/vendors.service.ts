import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import {
  type listVendors,
  type NewVendor,
  nextVendorStates,
  type Vendor,
  type VendorChange,
  type VendorTransition,
} from '@plumbline/vendors/schema';
import { changedFields } from './changed-fields';
import { toVendor, toVendorSummary } from './vendor-answers';
import { VendorCodes } from './vendor-codes';
import type { VendorEntity } from './vendor.entity';
import { VendorsRepository } from './vendors.repository';

@Injectable()
export class VendorsService {
  constructor(
    private readonly door: Door,
    private readonly vendors: VendorsRepository,
    private readonly codes: VendorCodes,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { search, state, limit, cursor }: InputOf<typeof listVendors>['query']) {
    return this.door.withTenant(actor, async (tx) => {
      const after = readCursor(cursor, 2) as [string, string] | null;
      const rows = await this.vendors.list(tx, { search, state, after, limit: limit + 1 });
      return toPage(rows, limit, toVendorSummary, (vendor) => [vendor.name, vendor.id]);
    });
  }

  view(actor: Actor, id: string): Promise<Vendor> {
    return this.door.withTenant(actor, (tx) => this.answer(tx, id));
  }

  create(actor: Actor, vendor: NewVendor): Promise<Vendor> {
    return this.door.withTenant(actor, async (tx) => {
      const ids = await this.codes.createMany(tx, [vendor], () => 'code');
      return this.answer(tx, ids.get(vendor.code) ?? '');
    });
  }

  change(actor: Actor, id: string, change: VendorChange, version: number): Promise<Vendor> {
    return this.door.withTenant(actor, async (tx) => {
      const vendor = await this.forChange(tx, id, version);
      const changed = changedFields(vendor, change);
      if (Object.keys(changed).length > 0) {
        Object.assign(vendor, change);
        await this.save(tx, vendor);
        await this.activityLog.append(tx, {
          action: 'vendor-changed',
          thing: 'vendor',
          thingId: id,
          vendorId: id,
          detail: changed,
        });
      }
      return toVendor(vendor, await this.vendors.aliases(tx, id));
    });
  }

  /** Takes a vendor to its next state; a step that its life does not have is `vendor-transition`. */
  move(actor: Actor, id: string, { to, reason }: VendorTransition, version: number): Promise<Vendor> {
    return this.door.withTenant(actor, async (tx) => {
      const vendor = await this.forChange(tx, id, version);
      const { state: from } = vendor;
      if (!nextVendorStates(from).includes(to)) {
        throw new RuleBrokenError('vendor-transition', `A vendor that is ${from} cannot become ${to}.`, [
          {
            path: 'to',
            code: 'vendor-transition',
            detail: `from ${from}: ${nextVendorStates(from).join(', ') || 'nothing more'}`,
          },
        ]);
      }
      vendor.state = to;
      await this.save(tx, vendor);
      await this.activityLog.append(tx, {
        action: 'vendor-moved',
        thing: 'vendor',
        thingId: id,
        vendorId: id,
        detail: { from, to, reason: reason ?? null },
      });
      return toVendor(vendor, await this.vendors.aliases(tx, id));
    });
  }

  private async answer(tx: TenantTransaction, id: string): Promise<Vendor> {
    const vendor = await this.vendors.find(tx, id);
    if (!vendor) throw new NotFoundError('vendor');
    return toVendor(vendor, await this.vendors.aliases(tx, id));
  }

  private async forChange(tx: TenantTransaction, id: string, version: number): Promise<VendorEntity> {
    const vendor = await this.vendors.findForChange(tx, id);
    if (!vendor) throw new NotFoundError('vendor');
    demandVersion(vendor.version, version);
    return vendor;
  }

  private async save(tx: TenantTransaction, vendor: VendorEntity): Promise<void> {
    vendor.updatedAt = this.clock.date();
    vendor.version += 1;
    await this.vendors.update(tx, vendor);
  }
}
