import { runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `('met', 'breached', 'at_risk', 'insufficient_sample', 'no_volume', 'not_reported', 'provisional', 'disputed', 'excused')`;

/**
 * Results (a target evaluated over a window, in revisions that never change), the duty to report each month, and the
 * breaches that follow from both.
 */
export class CreateResults1795000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { sweep } = runtimeRoles;
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
         excluded jsonb not null,
         trace jsonb not null,
         reason text not null check (reason in ('kpi_file', 'time_passed', 'terms_changed')),
         kpi_file_id uuid,
         evaluated_at timestamptz not null,
         reconsider_at timestamptz,
         primary key (tenant_id, id),
         unique (tenant_id, sla_id, month, revision),
         foreign key (tenant_id, sla_id) references sla (tenant_id, id),
         foreign key (tenant_id, kpi_file_id) references kpi_file (tenant_id, id)
       )`,
      `comment on column result.reconsider_at is 'the next instant at which time alone changes the state: window end, reporting day, end of a repeat window'`,
      `create index result_reconsider on result (reconsider_at) where latest and reconsider_at is not null`,
      `create unique index result_latest on result (tenant_id, sla_id, month) where latest`,
      `create index result_vendor_month on result (tenant_id, vendor_id, month)`,
      `create index result_month on result (tenant_id, month, vendor_id, sla_id) where latest`,
      ...tenantTable('result', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, update (latest, reconsider_at)',
      }),
      `create policy result_sweep on result for select to ${sweep} using (true)`,
      `grant select (tenant_id, vendor_id, month, latest, reconsider_at) on result to ${sweep}`,

      // one row a contract version and month that has begun: when its figures are due and when they came (rule 17)
      `create table reporting_duty (
         tenant_id uuid not null references tenant (id),
         contract_version_id uuid not null,
         month date not null,
         vendor_id uuid not null,
         due_at timestamptz not null,
         state text not null check (state in ('pending', 'met', 'breached', 'late')),
         received_at timestamptz,
         kpi_file_id uuid,
         decided_at timestamptz,
         primary key (tenant_id, contract_version_id, month),
         foreign key (tenant_id, contract_version_id) references contract_version (tenant_id, id),
         foreign key (tenant_id, kpi_file_id) references kpi_file (tenant_id, id),
         check ((state = 'pending') = (decided_at is null)),
         check ((state in ('met', 'late')) = (received_at is not null))
       )`,
      `create index reporting_duty_vendor on reporting_duty (tenant_id, vendor_id)`,
      `create index reporting_duty_due on reporting_duty (due_at) where state = 'pending'`,
      ...tenantTable('reporting_duty', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, update, delete',
      }),
      `create policy reporting_duty_sweep on reporting_duty for select to ${sweep} using (true)`,
      `grant select (tenant_id, contract_version_id, month, vendor_id, due_at, state) on reporting_duty to ${sweep}`,
      // a version whose first month nobody has looked at yet, and a file whose last window was evaluated unseen
      `create policy contract_version_sweep on contract_version for select to ${sweep} using (true)`,
      `grant select (tenant_id, id, vendor_id, state, effective_from, effective_to, activated_at, timezone, reporting_due_day) on contract_version to ${sweep}`,

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
         closing_reason text check (closing_reason in ('restated', 'reported_late', 'received_in_time', 'terms_changed')),
         primary key (tenant_id, id),
         foreign key (tenant_id, sla_id) references sla (tenant_id, id),
         foreign key (tenant_id, contract_version_id) references contract_version (tenant_id, id),
         foreign key (tenant_id, opened_by_result) references result (tenant_id, id),
         foreign key (tenant_id, closed_by_result) references result (tenant_id, id),
         check ((kind = 'target') = (sla_id is not null)),
         check ((closed_at is null) = (closing_reason is null))
       )`,
      // once per (result, SLA version), whatever runs twice: a breach that comes back is the same record (rule 12)
      `create unique index breach_once on breach (tenant_id, contract_version_id, sla_id, month, kind) nulls not distinct`,
      `create index breach_list on breach (tenant_id, month desc, id desc)`,
      ...tenantTable('breach', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, update',
      }),

      `create table breach_comment (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         breach_id uuid not null,
         vendor_id uuid not null,
         side text not null check (side in ('insurer', 'vendor')),
         author_id text not null,
         author_name text not null,
         text text not null,
         created_at timestamptz not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, breach_id) references breach (tenant_id, id)
       )`,
      `create index breach_comment_of on breach_comment (tenant_id, breach_id, created_at)`,
      ...tenantTable('breach_comment', { vendorColumn: 'vendor_id', grants: 'select, insert' }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping results loses data');
  }
}
