import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import {
  type GateFacts,
  gateOf,
  nextVendorStates,
  type Requirement,
  standingOf,
  type VendorLife,
  vendorStepRule,
  type VendorStepRule,
} from '@plumbline/vendors/schema';
import { DueDiligenceRepository } from '../due-diligence/due-diligence.repository';
import { localToday } from '../local-today';
import type { VendorEntity } from '../vendor.entity';
import { VendorContracts } from './vendor-contracts';

/** What each gate of a vendor asks, from the facts of this moment. */
@Injectable()
export class VendorGates {
  constructor(
    private readonly dueDiligence: DueDiligenceRepository,
    private readonly contracts: VendorContracts,
    private readonly clock: Clock,
  ) {}

  /** `endDate`: as the request says it, where it does. */
  async gate(
    tx: TenantTransaction,
    vendor: VendorEntity,
    rule: VendorStepRule,
    endDate: string | null,
  ): Promise<Requirement[]> {
    return gateOf(rule, { ...(await this.facts(tx, vendor)), endDate: endDate ?? vendor.endDate });
  }

  /** All steps from where the vendor is. */
  async next(
    tx: TenantTransaction,
    vendor: VendorEntity,
    pendingEndDate: string | null,
  ): Promise<VendorLife['next']> {
    const facts = { ...(await this.facts(tx, vendor)), endDate: pendingEndDate ?? vendor.endDate };
    return nextVendorStates(vendor.state).flatMap((to) => {
      const rule = vendorStepRule(vendor.state, to);
      if (!rule) return [];
      const { approval, asksEndDate = false } = rule;
      return [{ to, approval, asksEndDate, gate: gateOf(rule, facts) }];
    });
  }

  private async facts(tx: TenantTransaction, vendor: VendorEntity): Promise<Omit<GateFacts, 'endDate'>> {
    const today = localToday(this.clock, tx.actor);
    const items = await this.dueDiligence.ofVendor(tx, vendor.id);
    return {
      services: vendor.services,
      items: items.flatMap((item) => {
        const standing = standingOf(item, today);
        return standing === null ? [] : [{ ...item, standing }];
      }),
      contract: await this.contracts.standing(tx, vendor.id, today),
      today,
    };
  }
}
