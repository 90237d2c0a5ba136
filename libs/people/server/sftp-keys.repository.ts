import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { MemberRow } from './people.repository';

export interface SftpKeyRow {
  id: string;
  name: string;
  fingerprint: string;
  vendor_id: string;
  vendor_name: string;
  confirm: 'automatically' | 'by-a-person';
  created_by: string;
  creator_name: string | null;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
  version: number;
}

export interface NewSftpKeyRow {
  readonly id: string;
  readonly name: string;
  readonly vendorId: string;
  readonly fingerprint: string;
  readonly publicKey: string;
  readonly confirm: SftpKeyRow['confirm'];
  readonly createdBy: string;
  readonly createdAt: Date;
}

const select = `select k.id, k.name, k.fingerprint, k.vendor_id, v.name as vendor_name, k.confirm, k.created_by,
                       p.name as creator_name, k.created_at, k.last_used_at, k.revoked_at, k.version
                from sftp_key k left join person p on p.id = k.created_by
                join vendor v on v.tenant_id = k.tenant_id and v.id = k.vendor_id`;

@Injectable()
export class SftpKeysRepository {
  /** Newest first: ids are in the order of making. */
  list(tx: TenantTransaction, after: string | null, limit: number): Promise<SftpKeyRow[]> {
    return tx.query<SftpKeyRow>(
      `${select} where k.tenant_id = $1 and ($2::uuid is null or k.id < $2) order by k.id desc limit $3`,
      [tx.tenantId, after, limit],
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<SftpKeyRow | null> {
    const [row] = await tx.query<SftpKeyRow>(`${select} where k.tenant_id = $1 and k.id = $2`, [
      tx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  async insert(tx: TenantTransaction, key: NewSftpKeyRow): Promise<void> {
    await tx.query(
      `insert into sftp_key (tenant_id, id, name, vendor_id, fingerprint, public_key, confirm, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.tenantId,
        key.id,
        key.name,
        key.vendorId,
        key.fingerprint,
        key.publicKey,
        key.confirm,
        key.createdBy,
        key.createdAt,
      ],
    );
  }

  async revoke(tx: TenantTransaction, id: string, at: Date): Promise<void> {
    await tx.query(
      'update sftp_key set revoked_at = $3, version = version + 1 where tenant_id = $1 and id = $2 and revoked_at is null',
      [tx.tenantId, id, at],
    );
  }

  /** A key outlives no right of the membership it was added under. Answers how many were revoked. */
  async revokeOf(
    tx: TenantTransaction,
    member: Pick<MemberRow, 'person_id' | 'vendor_id'>,
    at: Date,
  ): Promise<number> {
    const revoked = await tx.query<{ id: string }>(
      `select id from sftp_key where tenant_id = $1 and created_by = $2 and ($3::uuid is null or vendor_id = $3)
         and revoked_at is null for update`,
      [tx.tenantId, member.person_id, member.vendor_id],
    );
    await tx.query(
      'update sftp_key set revoked_at = $3, version = version + 1 where tenant_id = $1 and id = any ($2::uuid[])',
      [tx.tenantId, revoked.map(({ id }) => id), at],
    );
    return revoked.length;
  }

  /** Every key that acts for a vendor, whoever made it. */
  /** Answers the keys that ended by it. */
  async revokeOfVendor(tx: TenantTransaction, vendorId: string, at: Date): Promise<readonly string[]> {
    const [rows] = (await tx.query(
      `update sftp_key set revoked_at = $3, version = version + 1
       where tenant_id = $1 and vendor_id = $2 and revoked_at is null returning id`,
      [tx.tenantId, vendorId, at],
    )) as unknown as [{ id: string }[], number];
    return rows.map(({ id }) => id);
  }
}
