import { tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a checked file would change of what is stored, one row for each vendor whose figures it replaces: old beside new for
 * people, and what it adds to and takes from each month for whoever judges. Written with the check's findings, replaced by
 * the next check, and kept after the load. A partner that reports for others sees its own vendor's row only.
 */
export class CreateRestatements1795000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table kpi_file_restatement (
         tenant_id uuid not null references tenant (id),
         kpi_file_id uuid not null,
         vendor_id uuid not null,
         as_of_load bigint not null,
         figures jsonb not null,
         sums jsonb not null,
         claims jsonb not null,
         complete boolean not null,
         primary key (tenant_id, kpi_file_id, vendor_id),
         foreign key (tenant_id, kpi_file_id) references kpi_file (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      `comment on column kpi_file_restatement.as_of_load is 'the load that the file was compared with: what came later is in none of it'`,
      `comment on column kpi_file_restatement.complete is 'false: there was more than is kept, so that sums and claims are left out'`,
      ...tenantTable('kpi_file_restatement', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, delete',
      }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kpi_file_restatement');
  }
}
