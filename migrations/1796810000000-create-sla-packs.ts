import { inTenant, insurerSide, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packs of SLAs of a tenant's own; those that ship are data of the product. No vendor sees them. */
export class CreateSlaPacks1796810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table sla_pack (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         name text not null,
         copy_of text,
         levels jsonb not null check (jsonb_typeof(levels) = 'array'),
         created_at timestamptz not null,
         changed_at timestamptz not null,
         changed_by text not null,
         changed_by_name text not null,
         version integer not null default 1,
         primary key (tenant_id, id),
         unique (tenant_id, name)
       )`,
      ...tenantTable('sla_pack', { insurerWrites: true, grants: 'select, insert, update' }),
      `drop policy sla_pack_read on sla_pack`,
      `create policy sla_pack_read on sla_pack for select using (${inTenant} and ${insurerSide})`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sla_pack');
  }
}
