import { runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Deadlines that run. A clock's row holds what the sweep needs; its events say how it came to be so and never change; a stage
 * has a row once it was acted on, and its key is what lets that happen once (semantics rule 12).
 */
export class CreateClocks1797000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { sweep } = runtimeRoles;
    const statements = [
      `create table clock (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         subject_kind text not null check (subject_kind in ('incident')),
         subject_id uuid not null,
         policy_code text not null,
         policy_version integer not null check (policy_version >= 1),
         contract_version_id uuid,
         rule jsonb not null,
         starts_at text not null,
         started_at timestamptz not null,
         deadline_at timestamptz not null,
         trace jsonb not null,
         met_at timestamptz,
         cancelled_at timestamptz,
         cancel_reason text,
         is_drill boolean not null,
         is_past boolean not null,
         next_stage integer check (next_stage in (50, 75, 90, 100)),
         next_at timestamptz,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         foreign key (tenant_id, contract_version_id) references contract_version (tenant_id, id),
         check ((next_stage is null) = (next_at is null)),
         check ((cancelled_at is null) = (cancel_reason is null))
       )`,
      // of one policy an incident has one clock, whatever runs twice
      `create unique index clock_once on clock (tenant_id, subject_kind, subject_id, policy_code)`,
      // what the sweep reads: as many entries as clocks run, of which it touches those that are due
      `create index clock_due on clock (tenant_id, next_at) where next_at is not null`,
      `create index clock_running on clock (tenant_id, deadline_at, id) where met_at is null and cancelled_at is null`,
      `create index clock_of_vendor on clock (tenant_id, vendor_id)`,
      ...tenantTable('clock', { vendorColumn: 'vendor_id', grants: 'select, insert, update' }),
      `create policy clock_sweep on clock for select to ${sweep} using (true)`,
      `grant select (tenant_id, next_at) on clock to ${sweep}`,

      `create table clock_event (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         clock_id uuid not null,
         vendor_id uuid not null,
         type text not null check (type in ('started', 'moved', 'met', 'cancelled', 'resumed')),
         at timestamptz not null,
         deadline_at timestamptz not null,
         reason text,
         recorded_at timestamptz not null,
         recorded_by text not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, clock_id) references clock (tenant_id, id)
       )`,
      `create index clock_event_of on clock_event (tenant_id, clock_id, id)`,
      ...tenantTable('clock_event', { vendorColumn: 'vendor_id', grants: 'select, insert' }),

      `create table clock_stage (
         tenant_id uuid not null references tenant (id),
         clock_id uuid not null,
         stage integer not null check (stage in (50, 75, 90, 100)),
         vendor_id uuid not null,
         at timestamptz not null,
         noticed_at timestamptz not null,
         told boolean not null,
         primary key (tenant_id, clock_id, stage),
         foreign key (tenant_id, clock_id) references clock (tenant_id, id)
       )`,
      ...tenantTable('clock_stage', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert',
      }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping clocks loses data');
  }
}
