import { runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `('met', 'breached', 'at_risk', 'insufficient_sample', 'no_volume', 'not_reported', 'provisional', 'disputed', 'excused')`;

/** Results (a target evaluated over a window, in revisions that never change) and the breaches that follow from them. */
export class CreateResults1795000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table result (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         sla_id uuid not null,
         month date not null,
         revision integer not null check (revision >= 1),
         latest boolean not null,
         state text not null check (state in ${STATES}),
         value numeric,
         numerator numeric,
         denominator numeric,
         claimed_value numeric,
         sample_size numeric,
         interval_low numeric,
         interval_high numeric,
         metric_version integer not null,
         grain smallint,
         rows_counted bigint not null,
         as_of_load bigint not null,
         reason text,
         trace jsonb not null,
         evaluated_at timestamptz not null,
         primary key (tenant_id, id),
         unique (tenant_id, sla_id, month, revision),
         foreign key (tenant_id, sla_id) references sla (tenant_id, id)
       )`,
      `create unique index result_latest on result (tenant_id, sla_id, month) where latest`,
      `create index result_vendor_month on result (tenant_id, vendor_id, month) where latest`,
      `create index result_month on result (tenant_id, month, vendor_id, sla_id) where latest`,
      ...tenantTable('result', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, update (latest)',
      }),

      `create table breach (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         kind text not null check (kind in ('target', 'reporting_duty')),
         contract_version_id uuid not null,
         sla_id uuid,
         month date not null,
         opened_at timestamptz not null,
         breached_at timestamptz not null,
         opened_by_result uuid,
         closed_at timestamptz,
         closed_by_result uuid,
         closing_reason text,
         primary key (tenant_id, id),
         foreign key (tenant_id, sla_id) references sla (tenant_id, id),
         foreign key (tenant_id, contract_version_id) references contract_version (tenant_id, id),
         foreign key (tenant_id, opened_by_result) references result (tenant_id, id),
         foreign key (tenant_id, closed_by_result) references result (tenant_id, id),
         check ((kind = 'target') = (sla_id is not null))
       )`,
      // once per (result, SLA version): one open breach a target and month, whatever runs twice (rule 12)
      `create unique index breach_open_once on breach (tenant_id, contract_version_id, sla_id, month, kind) nulls not distinct where closed_at is null`,
      `create index breach_list on breach (tenant_id, month desc, id desc)`,
      ...tenantTable('breach', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, update',
      }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping results loses data');
  }
}
