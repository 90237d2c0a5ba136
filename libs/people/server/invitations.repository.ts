import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { Role } from '@plumbline/platform/tenancy';

export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  vendor_id: string | null;
  vendor_name: string | null;
  created_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
  version: number;
}

export interface NewInvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly vendorId: string | null;
  readonly tokenHash: Buffer;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const select = `select i.id, i.email, i.role, i.vendor_id, v.name as vendor_name, i.created_at, i.expires_at,
                       i.accepted_at, i.revoked_at, i.version
                from invitation i left join vendor v on v.tenant_id = i.tenant_id and v.id = i.vendor_id`;

@Injectable()
export class InvitationsRepository {
  /** Newest first: ids are in the order of making. */
  list(tx: TenantTransaction, after: string | null, limit: number): Promise<InvitationRow[]> {
    return tx.query<InvitationRow>(
      `${select} where i.tenant_id = $1 and ($2::uuid is null or i.id < $2) order by i.id desc limit $3`,
      [tx.tenantId, after, limit],
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<InvitationRow | null> {
    const [row] = await tx.query<InvitationRow>(`${select} where i.tenant_id = $1 and i.id = $2`, [
      tx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** Whether somebody with this address is a member in the same place; row level security shows a vendor its own. */
  async hasMember(tx: TenantTransaction, email: string, vendorId: string | null): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from membership m join person p on p.id = m.person_id
       where m.tenant_id = $1 and p.email = $2 and m.vendor_id is not distinct from $3 and m.ended_at is null`,
      [tx.tenantId, email, vendorId],
    );
    return rows.length > 0;
  }

  async insert(tx: TenantTransaction, row: NewInvitationRow): Promise<void> {
    await tx.query(
      `insert into invitation (tenant_id, id, email, role, vendor_id, token_hash, invited_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.tenantId,
        row.id,
        row.email,
        row.role,
        row.vendorId,
        row.tokenHash,
        row.invitedBy,
        row.createdAt,
        row.expiresAt,
      ],
    );
  }

  /** A newer invitation to the same place replaces the older: one working link at a time. */
  async revokeOpen(tx: TenantTransaction, email: string, vendorId: string | null, at: Date): Promise<void> {
    await tx.query(
      `update invitation set revoked_at = $4, version = version + 1
       where tenant_id = $1 and email = $2 and vendor_id is not distinct from $3
         and accepted_at is null and revoked_at is null`,
      [tx.tenantId, email, vendorId, at],
    );
  }

  /** Nobody comes in for a vendor that has ended. */
  async revokeOfVendor(tx: TenantTransaction, vendorId: string, at: Date): Promise<void> {
    await tx.query(
      `update invitation set revoked_at = $3, version = version + 1
       where tenant_id = $1 and vendor_id = $2 and accepted_at is null and revoked_at is null`,
      [tx.tenantId, vendorId, at],
    );
  }

  async revoke(tx: TenantTransaction, id: string, at: Date): Promise<void> {
    await tx.query(
      'update invitation set revoked_at = $3, version = version + 1 where tenant_id = $1 and id = $2',
      [tx.tenantId, id, at],
    );
  }

  /** True for one caller only, and only while the invitation is open. */
  async accept(tx: TenantTransaction, id: string, at: Date): Promise<boolean> {
    const open = await tx.query(
      `select id from invitation where tenant_id = $1 and id = $2 and accepted_at is null and revoked_at is null
         and expires_at > $3 for update`,
      [tx.tenantId, id, at],
    );
    if (open.length === 0) return false;
    await tx.query(
      'update invitation set accepted_at = $3, version = version + 1 where tenant_id = $1 and id = $2',
      [tx.tenantId, id, at],
    );
    return true;
  }
}
