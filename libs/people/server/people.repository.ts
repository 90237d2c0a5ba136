import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { Role } from '@plumbline/platform/tenancy';

export interface MemberRow {
  id: string;
  person_id: string;
  person_name: string;
  email: string;
  role: Role;
  vendor_id: string | null;
  vendor_name: string | null;
  created_at: Date;
  version: number;
}

export interface MemberSearch {
  readonly roles: readonly Role[];
  readonly vendorId: string | undefined;
  /** Name of the person and id of the membership that ended the page before. */
  readonly after: readonly [name: string, id: string] | null;
  readonly limit: number;
}

const columns = `m.id, m.person_id, p.name as person_name, p.email, m.role, m.vendor_id, v.name as vendor_name,
                 m.created_at, m.version`;
const tables = `membership m join person p on p.id = m.person_id
                left join vendor v on v.tenant_id = m.tenant_id and v.id = m.vendor_id`;

@Injectable()
export class PeopleRepository {
  /** By name, then membership. */
  list(tx: TenantTransaction, { roles, vendorId, after, limit }: MemberSearch): Promise<MemberRow[]> {
    return tx.query<MemberRow>(
      `select ${columns} from ${tables}
       where m.tenant_id = $1 and m.ended_at is null and m.role = any ($2) and ($3::uuid is null or m.vendor_id = $3)
         and ($4::text is null or (p.name, m.id) > ($4, $5::uuid))
       order by p.name, m.id limit $6`,
      [tx.tenantId, roles, vendorId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<MemberRow | null> {
    const [row] = await tx.query<MemberRow>(
      `select ${columns} from ${tables} where m.tenant_id = $1 and m.id = $2 and m.ended_at is null`,
      [tx.tenantId, id],
    );
    return row ?? null;
  }

  /**
   * Locks the membership, so that of two changes at the same time the second sees what the first did, and with it all
   * administrators, in one order, so that two who remove each other neither both succeed nor wait for each other.
   */
  async findForChange(tx: TenantTransaction, id: string): Promise<MemberRow | null> {
    await tx.query(
      `select id from membership where tenant_id = $1 and (id = $2 or role = 'administrator') and ended_at is null
       order by id for update`,
      [tx.tenantId, id],
    );
    return this.find(tx, id);
  }

  /** Everybody who belongs here for a vendor, held against other changes. */
  async ofVendor(tx: TenantTransaction, vendorId: string): Promise<MemberRow[]> {
    await tx.query(
      `select id from membership where tenant_id = $1 and vendor_id = $2 and ended_at is null order by id for update`,
      [tx.tenantId, vendorId],
    );
    return tx.query<MemberRow>(
      `select ${columns} from ${tables} where m.tenant_id = $1 and m.vendor_id = $2 and m.ended_at is null order by m.id`,
      [tx.tenantId, vendorId],
    );
  }

  /** The administrators that would be left; `findForChange` has locked them. */
  async otherAdministrators(tx: TenantTransaction, id: string): Promise<number> {
    const rows = await tx.query(
      `select m.id from membership m join person p on p.id = m.person_id
       where m.tenant_id = $1 and m.role = 'administrator' and m.ended_at is null and m.id <> $2 and p.disabled_at is null`,
      [tx.tenantId, id],
    );
    return rows.length;
  }

  async changeRole(tx: TenantTransaction, id: string, role: Role): Promise<void> {
    await tx.query(
      'update membership set role = $3, version = version + 1 where tenant_id = $1 and id = $2',
      [tx.tenantId, id, role],
    );
  }

  async end(tx: TenantTransaction, id: string, at: Date): Promise<void> {
    await tx.query(
      'update membership set ended_at = $3, version = version + 1 where tenant_id = $1 and id = $2',
      [tx.tenantId, id, at],
    );
  }
}
