import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { ItemStanding, TemplateItem } from '@plumbline/vendors/schema';
import { In } from 'typeorm';
import { DueDiligenceDecisionEntity } from './due-diligence-decision.entity';
import { DueDiligenceItemEntity } from './due-diligence-item.entity';
import { DueDiligenceSubmissionEntity } from './due-diligence-submission.entity';

export interface ItemSearch {
  readonly standings: readonly ItemStanding[] | null;
  readonly askedOf: TemplateItem['askedOf'] | undefined;
  readonly today: string;
  /** Vendor name, position and id of the last item of the page before. */
  readonly after: readonly [vendor: string, position: number, id: string] | null;
  readonly limit: number;
}

@Injectable()
export class DueDiligenceRepository {
  /** In the template's order; withdrawn ones too. */
  ofVendor(tx: TenantTransaction, vendorId: string): Promise<DueDiligenceItemEntity[]> {
    return tx.manager.find(DueDiligenceItemEntity, {
      where: { tenantId: tx.tenantId, vendorId },
      order: { position: 'asc', id: 'asc' },
    });
  }

  /**
   * Of the vendors that live and that the actor sees; by vendor, then in the template's order. Asked by standing it is about
   * what waits: what has to be there before the end waits for nobody until the vendor is being offboarded.
   */
  async list(
    tx: TenantTransaction,
    { standings, askedOf, today, after, limit }: ItemSearch,
  ): Promise<{ item: DueDiligenceItemEntity; vendor: string }[]> {
    const standing = `case when item.state <> 'waived' then item.state
      when item.waived_until >= $2::date then 'waived' else 'waiver-expired' end`;
    const rows = await tx.query<{ id: string; vendor: string }>(
      `select item.id, vendor.name as vendor from due_diligence_item item
       join vendor on vendor.tenant_id = item.tenant_id and vendor.id = item.vendor_id
       where item.tenant_id = $1 and item.state <> 'withdrawn' and vendor.state <> 'ended'
         and ($3::text[] is null or (${standing} = any ($3) and (item.gate <> 'ending' or vendor.state = 'offboarding'))) and ($4::text is null or item.asked_of = $4)
         and ($5::text is null or (vendor.name, item.position, item.id) > ($5, $6::integer, $7::uuid))
       order by vendor.name, item.position, item.id limit $8`,
      [tx.tenantId, today, standings, askedOf ?? null, ...(after ?? [null, null, null]), limit],
    );
    const items = await tx.manager.find(DueDiligenceItemEntity, {
      where: { tenantId: tx.tenantId, id: In(rows.map(({ id }) => id)) },
    });
    const byId = new Map(items.map((item) => [item.id, item]));
    return rows.flatMap(({ id, vendor }) => {
      const item = byId.get(id);
      return item ? [{ item, vendor }] : [];
    });
  }

  find(tx: TenantTransaction, id: string): Promise<DueDiligenceItemEntity | null> {
    return tx.manager.findOneBy(DueDiligenceItemEntity, { tenantId: tx.tenantId, id });
  }

  /** Locks the row, so that of two changes at the same time the second sees what the first did. */
  findForChange(tx: TenantTransaction, id: string): Promise<DueDiligenceItemEntity | null> {
    return tx.manager.findOne(DueDiligenceItemEntity, {
      where: { tenantId: tx.tenantId, id },
      lock: { mode: 'for_no_key_update' },
    });
  }

  async insert(tx: TenantTransaction, items: readonly DueDiligenceItemEntity[]): Promise<void> {
    if (items.length > 0) await tx.manager.insert(DueDiligenceItemEntity, [...items]);
  }

  async update(tx: TenantTransaction, { tenantId, id, ...columns }: DueDiligenceItemEntity): Promise<void> {
    await tx.manager.update(DueDiligenceItemEntity, { tenantId, id }, columns);
  }

  /** Newest first. A partner sees its own side's only: row level security hides the insurer's. */
  submissions(tx: TenantTransaction, itemIds: readonly string[]): Promise<DueDiligenceSubmissionEntity[]> {
    return tx.manager.find(DueDiligenceSubmissionEntity, {
      where: { tenantId: tx.tenantId, itemId: In([...itemIds]) },
      order: { id: 'desc' },
    });
  }

  /** Oldest first; none of them for a partner. */
  decisions(tx: TenantTransaction, itemIds: readonly string[]): Promise<DueDiligenceDecisionEntity[]> {
    return tx.manager.find(DueDiligenceDecisionEntity, {
      where: { tenantId: tx.tenantId, itemId: In([...itemIds]) },
      order: { id: 'asc' },
    });
  }

  async insertSubmission(tx: TenantTransaction, submission: DueDiligenceSubmissionEntity): Promise<void> {
    await tx.manager.insert(DueDiligenceSubmissionEntity, submission);
  }

  async insertDecision(tx: TenantTransaction, decision: DueDiligenceDecisionEntity): Promise<void> {
    await tx.manager.insert(DueDiligenceDecisionEntity, decision);
  }
}
