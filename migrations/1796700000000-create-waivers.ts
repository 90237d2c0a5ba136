import { insurerSide, inTenant, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an insurer demands of its contracts, who sees to what is missing, and what was signed off until when. All of it is
 * the insurer's own: a vendor's side reads none of it, though the rows say which vendor they are about.
 */
export class CreateWaivers1796700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table clause drop constraint clause_kind_check`,
      `alter table clause add constraint clause_kind_check check (kind in ('service_levels', 'right_to_audit',
         'incident_notice', 'background_checks', 'data_residency', 'attestation', 'continuity_test', 'subcontracting',
         'termination', 'other'))`,

      `create table clause_policy (
         tenant_id uuid not null references tenant (id),
         rules jsonb not null,
         changed_at timestamptz not null,
         version integer not null,
         primary key (tenant_id)
       )`,
      ...tenantTable('clause_policy', { grants: 'select, insert, update' }),
      ...insurerOnly('clause_policy'),

      `create table finding_assignment (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         contract_id uuid not null,
         vendor_id uuid not null,
         finding_key text not null,
         owner_id uuid not null references person (id),
         due_on date not null,
         assigned_by text not null,
         assigned_at timestamptz not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id)
       )`,
      `create index finding_assignment_contract on finding_assignment (tenant_id, contract_id)`,
      ...tenantTable('finding_assignment', { vendorColumn: 'vendor_id', grants: 'select, insert' }),
      ...insurerOnly('finding_assignment'),

      `create table waiver (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         contract_id uuid not null,
         vendor_id uuid not null,
         number integer not null check (number >= 1),
         finding_key text not null,
         code text not null,
         parameters jsonb not null,
         reason text not null,
         expires_on date not null,
         state text not null check (state in ('requested', 'approved', 'refused', 'withdrawn')),
         requested_by text not null,
         requested_by_name text not null,
         requested_at timestamptz not null,
         decided_by uuid references person (id),
         decided_by_name text,
         decided_at timestamptz,
         note text,
         withdrawn_by text,
         withdrawn_by_name text,
         withdrawn_at timestamptz,
         version integer not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id),
         check ((state in ('requested') and decided_at is null) or state in ('approved', 'refused') and decided_at is not null
             or state = 'withdrawn' and withdrawn_at is not null),
         check (decided_by::text <> requested_by)
       )`,
      `create index waiver_contract on waiver (tenant_id, contract_id)`,
      // one request at a time; what is in force may be asked for anew before it expires
      `create unique index waiver_requested_once on waiver (tenant_id, contract_id, finding_key) where state = 'requested'`,
      ...tenantTable('waiver', { vendorColumn: 'vendor_id', grants: 'select, insert, update' }),
      ...insurerOnly('waiver'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping waivers loses what was signed');
  }
}

function insurerOnly(table: string): string[] {
  const rule = `(${inTenant} and ${insurerSide})`;
  return [
    ...['read', 'insert', 'update', 'delete'].map((act) => `drop policy ${table}_${act} on ${table}`),
    `create policy ${table}_read on ${table} for select using ${rule}`,
    `create policy ${table}_insert on ${table} for insert with check ${rule}`,
    `create policy ${table}_update on ${table} for update using ${rule} with check ${rule}`,
  ];
}
