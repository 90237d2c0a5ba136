import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { MemberRow } from './people.repository';

export interface ApiKeyRow {
  id: string;
  name: string;
  hint: string;
  vendor_id: string | null;
  vendor_name: string | null;
  scopes: string[];
  created_by: string;
  creator_name: string | null;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
  version: number;
}

export interface NewApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly hash: Buffer;
  readonly vendorId: string | null;
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const select = `select k.id, k.name, k.hint, k.vendor_id, v.name as vendor_name, k.scopes, k.created_by,
                       p.name as creator_name, k.created_at, k.expires_at, k.last_used_at, k.revoked_at, k.version
                from api_key k left join person p on p.id = k.created_by
                left join vendor v on v.tenant_id = k.tenant_id and v.id = k.vendor_id`;

@Injectable()
export class ApiKeysRepository {
  /** Newest first: ids are in the order of making. */
  list(tx: TenantTransaction, after: string | null, limit: number): Promise<ApiKeyRow[]> {
    return tx.query<ApiKeyRow>(
      `${select} where k.tenant_id = $1 and ($2::uuid is null or k.id < $2) order by k.id desc limit $3`,
      [tx.tenantId, after, limit],
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<ApiKeyRow | null> {
    const [row] = await tx.query<ApiKeyRow>(`${select} where k.tenant_id = $1 and k.id = $2`, [
      tx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  async insert(tx: TenantTransaction, key: NewApiKeyRow): Promise<void> {
    await tx.query(
      `insert into api_key (tenant_id, id, name, vendor_id, key_hash, hint, scopes, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.tenantId,
        key.id,
        key.name,
        key.vendorId,
        key.hash,
        key.hint,
        key.scopes,
        key.createdBy,
        key.createdAt,
        key.expiresAt,
      ],
    );
  }

  async revoke(tx: TenantTransaction, id: string, at: Date): Promise<void> {
    await tx.query(
      'update api_key set revoked_at = $3, version = version + 1 where tenant_id = $1 and id = $2 and revoked_at is null',
      [tx.tenantId, id, at],
    );
  }

  /** A key outlives no right of the membership it was made under. Answers how many were revoked. */
  async revokeBeyond(
    tx: TenantTransaction,
    member: Pick<MemberRow, 'person_id' | 'vendor_id'>,
    permissions: readonly string[],
    at: Date,
  ): Promise<number> {
    const revoked = await tx.query(
      `select id from api_key where tenant_id = $1 and created_by = $2 and vendor_id is not distinct from $3
         and revoked_at is null and not scopes <@ $4::text[] for update`,
      [tx.tenantId, member.person_id, member.vendor_id, permissions],
    );
    await tx.query(
      'update api_key set revoked_at = $3, version = version + 1 where tenant_id = $1 and id = any ($2::uuid[])',
      [tx.tenantId, revoked.map(({ id }) => id), at],
    );
    return revoked.length;
  }

  /** Every key that acts for a vendor, whoever made it. */
  /** Answers the keys that ended by it. */
  async revokeOfVendor(tx: TenantTransaction, vendorId: string, at: Date): Promise<readonly string[]> {
    const [rows] = (await tx.query(
      `update api_key set revoked_at = $3, version = version + 1
       where tenant_id = $1 and vendor_id = $2 and revoked_at is null returning id`,
      [tx.tenantId, vendorId, at],
    )) as unknown as [{ id: string }[], number];
    return rows.map(({ id }) => id);
  }
}
