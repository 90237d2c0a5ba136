import { tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that belong to something of the tenant; those of a vendor are seen by it too. Written once. */
export class CreateDocuments1796400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table document (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid,
         stored_file_id uuid not null,
         name text not null,
         media_type text not null,
         uploaded_by text not null,
         uploaded_by_name text not null,
         uploaded_by_side text not null check (uploaded_by_side in ('insurer', 'vendor')),
         uploaded_at timestamptz not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         foreign key (tenant_id, stored_file_id) references stored_file (tenant_id, id)
       )`,
      ...tenantTable('document', { vendorColumn: 'vendor_id', grants: 'select, insert' }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table document');
  }
}
