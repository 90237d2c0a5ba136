import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { Role } from '@plumbline/platform/tenancy';
import type { ListSection, ProfileSection } from '@plumbline/vendors/schema';
import { In, IsNull, LessThan } from 'typeorm';
import {
  entryEntities,
  type EntryOf,
  type ProfileEntry,
  VendorLadderEntity,
  VendorLanguageAccessEntity,
  VendorProfileChangeEntity,
} from './profile-entities';

export interface MemberHere {
  readonly person_id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Documents {
  readonly ladder: VendorLadderEntity;
  readonly 'language-access': VendorLanguageAccessEntity;
}

const documents: { readonly [Section in keyof Documents]: new () => Documents[Section] } = {
  ladder: VendorLadderEntity,
  'language-access': VendorLanguageAccessEntity,
};

@Injectable()
export class ProfilesRepository {
  /** In the order they were entered. */
  list<Section extends ListSection>(
    tx: TenantTransaction,
    section: Section,
    vendorId: string,
  ): Promise<EntryOf[Section][]> {
    const { tenantId } = tx;
    return tx.manager.find<ProfileEntry>(entryEntities[section], {
      where: { tenantId, vendorId, removedAt: IsNull() },
      order: { id: 'asc' },
    }) as Promise<EntryOf[Section][]>;
  }

  /**
   * Those of `ids` that are there, held until the transaction ends: what names one of them and what takes it out wait for
   * each other, whichever comes first.
   */
  async hold(
    tx: TenantTransaction,
    section: ListSection,
    vendorId: string,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const entries = await tx.manager.find<ProfileEntry>(entryEntities[section], {
      where: { tenantId: tx.tenantId, vendorId, id: In([...new Set(ids)]), removedAt: IsNull() },
      order: { id: 'asc' },
      lock: { mode: 'pessimistic_read' },
    });
    return new Set(entries.map(({ id }) => id));
  }

  /** Of several vendors at once, by vendor, in the order they were entered. */
  async listOf<Section extends ListSection>(
    tx: TenantTransaction,
    section: Section,
    vendorIds: readonly string[],
  ): Promise<ReadonlyMap<string, EntryOf[Section][]>> {
    const entries = await tx.manager.find<ProfileEntry>(entryEntities[section], {
      where: { tenantId: tx.tenantId, vendorId: In([...new Set(vendorIds)]), removedAt: IsNull() },
      order: { id: 'asc' },
    });
    return Map.groupBy(entries as EntryOf[Section][], ({ vendorId }) => vendorId);
  }

  /** Locks the row, so that of two changes at the same time the second sees what the first did. */
  findForChange<Section extends ListSection>(
    tx: TenantTransaction,
    section: Section,
    vendorId: string,
    id: string,
  ): Promise<EntryOf[Section] | null> {
    return tx.manager.findOne<ProfileEntry>(entryEntities[section], {
      where: { tenantId: tx.tenantId, vendorId, id, removedAt: IsNull() },
      lock: { mode: 'for_no_key_update' },
    }) as Promise<EntryOf[Section] | null>;
  }

  async insert(tx: TenantTransaction, section: ListSection, entry: ProfileEntry): Promise<void> {
    await tx.manager.insert(entryEntities[section], entry);
  }

  async update(
    tx: TenantTransaction,
    section: ListSection,
    { tenantId, id, ...columns }: ProfileEntry,
  ): Promise<void> {
    await tx.manager.update<ProfileEntry>(entryEntities[section], { tenantId, id }, columns);
  }

  document<Section extends keyof Documents>(
    tx: TenantTransaction,
    section: Section,
    vendorId: string,
    forChange = false,
  ): Promise<Documents[Section] | null> {
    return tx.manager.findOne<VendorLadderEntity>(documents[section] as typeof VendorLadderEntity, {
      where: { tenantId: tx.tenantId, vendorId },
      ...(forChange ? { lock: { mode: 'for_no_key_update' } } : {}),
    }) as Promise<Documents[Section] | null>;
  }

  async insertDocument<Section extends keyof Documents>(
    tx: TenantTransaction,
    section: Section,
    row: Documents[Section],
  ): Promise<void> {
    await tx.manager.insert(documents[section] as typeof VendorLadderEntity, row as VendorLadderEntity);
  }

  async updateDocument<Section extends keyof Documents>(
    tx: TenantTransaction,
    section: Section,
    row: Documents[Section],
  ): Promise<void> {
    const { tenantId, vendorId, ...columns } = row as VendorLadderEntity;
    await tx.manager.update(documents[section] as typeof VendorLadderEntity, { tenantId, vendorId }, columns);
  }

  /** Newest first: ids are in the order of making. */
  changes(
    tx: TenantTransaction,
    vendorId: string,
    after: string | null,
    limit: number,
  ): Promise<VendorProfileChangeEntity[]> {
    return tx.manager.find(VendorProfileChangeEntity, {
      where: { tenantId: tx.tenantId, vendorId, ...(after === null ? {} : { id: LessThan(after) }) },
      order: { id: 'desc' },
      take: limit,
    });
  }

  async insertChange(tx: TenantTransaction, change: VendorProfileChangeEntity): Promise<void> {
    await tx.manager.insert(VendorProfileChangeEntity, { ...change, changed: change.changed as object });
  }

  /** What the insurer's side had a hand in: entries by id, documents by section. */
  async ofInsurer(tx: TenantTransaction, vendorId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ section: ProfileSection; entry_id: string | null }>(
      `select distinct section, entry_id from vendor_profile_change
       where tenant_id = $1 and vendor_id = $2 and changed_by_side = 'insurer' and act in ('added', 'changed')`,
      [tx.tenantId, vendorId],
    );
    return new Set(rows.map(({ section, entry_id }) => entry_id ?? section));
  }

  /** Those of `personIds` who belong to the insurer or to this vendor, as far as the actor may know of them. */
  members(tx: TenantTransaction, vendorId: string, personIds: readonly string[]): Promise<MemberHere[]> {
    if (personIds.length === 0) return Promise.resolve([]);
    return tx.query<MemberHere>(
      `select distinct on (m.person_id) m.person_id, p.name, m.role
       from membership m join person p on p.id = m.person_id
       where m.tenant_id = $1 and m.ended_at is null and m.person_id = any ($3)
         and (m.vendor_id is null or m.vendor_id = $2)
       order by m.person_id, m.id`,
      [tx.tenantId, vendorId, personIds],
    );
  }
}
