import { tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is doubtful about a KPI file and who said that it is right: kept with the file, and where it holds for every file
 * of a layout with its mapping. Names of segments that a vendor writes in its own way are remembered once resolved.
 */
export class AddFileWarnings1795000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table kpi_file
         add warnings jsonb not null default '[]',
         add unknown_names jsonb not null default '[]'`,
      `alter table kpi_mapping add accepted_warnings jsonb not null default '[]'`,

      // what a vendor's files call a queue, language, line of business or channel; new names stand for themselves
      `create table segment_alias (
         tenant_id uuid not null references tenant (id),
         vendor_id uuid not null,
         dimension text not null check (dimension in ('lineOfBusiness', 'channel', 'queue', 'language')),
         source_value text not null,
         value text not null,
         created_at timestamptz not null,
         primary key (tenant_id, vendor_id, dimension, source_value),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      ...tenantTable('segment_alias', { vendorColumn: 'vendor_id' }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping what was accepted loses evidence');
  }
}
