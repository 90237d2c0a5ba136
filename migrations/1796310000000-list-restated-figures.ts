import { tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All figures that a checked file replaces, however many: in pages of their own beside the restatement, which keeps what
 * they come to. A check writes its pages while it reads, under the listing that its findings name in the end: pages of
 * another listing are of a check that did not get so far, and nobody reads them.
 */
export class ListRestatedFigures1796310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table kpi_file_restated_page (
         tenant_id uuid not null references tenant (id),
         kpi_file_id uuid not null,
         listing uuid not null,
         page integer not null,
         vendor_id uuid not null,
         figures jsonb not null,
         primary key (tenant_id, kpi_file_id, listing, page, vendor_id),
         foreign key (tenant_id, kpi_file_id) references kpi_file (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      `comment on column kpi_file_restated_page.page is 'in the order of the file; figures of one page are of one stretch of its lines, a row for each vendor'`,
      `alter table kpi_file_restatement add column listing uuid, add column figures_replaced bigint`,
      // forced row level security holds for the owner too
      `alter table kpi_file_restatement no force row level security`,
      `insert into kpi_file_restated_page (tenant_id, kpi_file_id, listing, page, vendor_id, figures)
       select tenant_id, kpi_file_id, kpi_file_id, 0, vendor_id, figures from kpi_file_restatement
       where jsonb_array_length(figures) > 0`,
      `update kpi_file_restatement set listing = kpi_file_id, figures_replaced = jsonb_array_length(figures)`,
      `alter table kpi_file_restatement force row level security`,
      `alter table kpi_file_restatement alter column listing set not null, alter column figures_replaced set not null,
         drop column figures`,
      ...tenantTable('kpi_file_restated_page', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, delete',
      }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error(
      'restore a backup instead: what checked files would change has no place in the table before',
    );
  }
}
