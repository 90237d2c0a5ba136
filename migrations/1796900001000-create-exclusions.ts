import { inTenant, insurerSide, runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Approved records that take counted rows out of results, or let a breach go without consequence (semantics rule 20), and
 * what a result was judged by: with and without them.
 */
export class CreateExclusions1796900001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table exclusion (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         contract_id uuid not null,
         sla_id uuid,
         effect text not null check (effect in ('exclude', 'waive')),
         kind text not null check (kind in ('client_outage', 'beyond_forecast', 'force_majeure', 'other')),
         clause text,
         starts_at timestamptz not null,
         ends_at timestamptz not null,
         timezone text not null,
         reason text not null,
         requested_side text not null check (requested_side in ('insurer', 'vendor')),
         requested_by text not null,
         requested_by_name text not null,
         requested_at timestamptz not null,
         state text not null check (state in ('requested', 'approved', 'declined')),
         note text,
         decided_by text,
         decided_by_name text,
         decided_at timestamptz,
         version integer not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id),
         foreign key (tenant_id, sla_id) references sla (tenant_id, id),
         check (ends_at > starts_at),
         check ((state = 'requested') = (decided_at is null)),
         check (effect = 'exclude' or sla_id is not null),
         check (kind <> 'other' or clause is not null)
       )`,
      `create index exclusion_vendor on exclusion (tenant_id, vendor_id, starts_at)`,
      `create index exclusion_newest on exclusion (tenant_id, requested_at desc, id desc)`,
      ...tenantTable('exclusion', {
        vendorColumn: 'vendor_id',
        grants: 'select, insert, update (state, note, decided_by, decided_by_name, decided_at, version)',
      }),
      // the insurer decides, once: what was approved or declined stays as it is
      `drop policy exclusion_update on exclusion`,
      `create policy exclusion_update on exclusion for update
         using (${inTenant} and ${insurerSide} and state = 'requested')
         with check (${inTenant} and ${insurerSide})`,
      `revoke delete on exclusion from ${runtimeRoles.app}`,

      `alter table result add column underlying text, add column exclusions jsonb, add column without_exclusions jsonb,
         add column waiver jsonb`,
      `comment on column result.exclusions is 'approved exclusions as the engine was given them; null: none'`,
      `alter table result drop constraint result_reason_check`,
      `alter table result add constraint result_reason_check
         check (reason in ('kpi_file', 'time_passed', 'terms_changed', 'exclusion'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('results that were judged with exclusions cannot be explained without them');
  }
}
