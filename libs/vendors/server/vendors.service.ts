import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import {
  type listVendors,
  type NewVendor,
  type TierOverride,
  tierOf,
  type Vendor,
  type VendorChange,
} from '@plumbline/vendors/schema';
import { changedFields } from './changed-fields';
import { DueDiligenceStart } from './due-diligence/due-diligence-start';
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
    private readonly dueDiligence: DueDiligenceStart,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { search, state, limit, cursor }: InputOf<typeof listVendors>['query']) {
    const after = readCursor(cursor, 'text', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
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
      await this.changeWithin(tx, vendor, change);
      return toVendor(vendor, await this.vendors.aliases(tx, id), actor);
    });
  }

  /** Changes a vendor that is locked, within somebody's transaction. */
  async changeWithin(tx: TenantTransaction, vendor: VendorEntity, change: VendorChange): Promise<void> {
    const changed = changedFields(vendor, change);
    if (Object.keys(changed).length === 0) return;
    Object.assign(vendor, change);
    await this.save(tx, vendor);
    // another service, or PHI since now, may ask for more evidence
    const items = await this.dueDiligence.follow(tx, vendor);
    await this.log(tx, 'vendor-changed', vendor.id, { ...changed, ...(items.length > 0 ? { items } : {}) });
  }

  /** Another tier than the computed one; a later override takes the place of the one before. */
  overrideTier(actor: Actor, id: string, { tier, reason }: TierOverride, version: number): Promise<Vendor> {
    const at = this.clock.date();
    return this.setTier(actor, id, version, 'vendor-tier-overridden', {
      tierOverride: tier,
      tierOverrideReason: reason,
      tierOverrideBy: actor.id,
      tierOverrideByName: actor.name,
      tierOverrideAt: at,
    });
  }

  withdrawTierOverride(actor: Actor, id: string, version: number): Promise<Vendor> {
    return this.setTier(actor, id, version, 'vendor-tier-override-withdrawn', {
      tierOverride: null,
      tierOverrideReason: null,
      tierOverrideBy: null,
      tierOverrideByName: null,
      tierOverrideAt: null,
    });
  }

  private setTier(
    actor: Actor,
    id: string,
    version: number,
    action: string,
    override: TierColumns,
  ): Promise<Vendor> {
    return this.door.withTenant(actor, async (tx) => {
      const vendor = await this.forChange(tx, id, version);
      const from = vendor.tierOverride;
      if (from !== null || override.tierOverride !== null) {
        Object.assign(vendor, override);
        await this.save(tx, vendor);
        const { tierOverride: to, tierOverrideReason: reason } = override;
        await this.log(tx, action, id, { computed: tierOf(vendor), from, to, reason });
      }
      return toVendor(vendor, await this.vendors.aliases(tx, id), actor);
    });
  }

  private async answer(tx: TenantTransaction, id: string): Promise<Vendor> {
    const vendor = await this.vendors.find(tx, id);
    if (!vendor) throw new NotFoundError('vendor');
    return toVendor(vendor, await this.vendors.aliases(tx, id), tx.actor);
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

  private log(tx: TenantTransaction, action: string, id: string, detail: object): Promise<void> {
    return this.activityLog.append(tx, { action, thing: 'vendor', thingId: id, vendorId: id, detail });
  }
}

type TierColumns = Pick<
  VendorEntity,
  'tierOverride' | 'tierOverrideReason' | 'tierOverrideBy' | 'tierOverrideByName' | 'tierOverrideAt'
>;
