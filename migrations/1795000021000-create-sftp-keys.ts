import { inTenant, runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public keys by which a vendor's machines hand in KPI files over SFTP. */
export class CreateSftpKeys1795000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { identity } = runtimeRoles;
    const statements = [
      `create table sftp_key (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         name text not null,
         vendor_id uuid not null,
         fingerprint text not null check (fingerprint ~ '^SHA256:[A-Za-z0-9+/]{43}$'),
         public_key text not null,
         confirm text not null check (confirm in ('automatically', 'by-a-person')),
         created_by uuid not null,
         created_at timestamptz not null,
         last_used_at timestamptz,
         revoked_at timestamptz,
         version integer not null default 1,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      // within a tenant a key stands for one vendor; a revoked one may be added again
      `create unique index sftp_key_once on sftp_key (tenant_id, fingerprint) where revoked_at is null`,
      ...tenantTable('sftp_key', { vendorColumn: 'vendor_id', grants: 'select, insert, update' }),
      // signing in looks for a fingerprint in the tenant that the user name says, as for API keys
      `create policy sftp_key_present on sftp_key for select to ${identity} using (${inTenant})`,
      `create policy sftp_key_used on sftp_key for update to ${identity} using (${inTenant})`,
      `grant select, update (last_used_at) on sftp_key to ${identity}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping the keys loses data');
  }
}
