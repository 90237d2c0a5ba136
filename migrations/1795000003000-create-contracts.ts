import {
  insurerSide,
  inTenant,
  inVendorScope,
  runtimeRoles,
  tenantTable,
} from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts with effective-dated versions, their clauses and the SLAs that those clauses agree. */
export class CreateContracts1795000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const insurers = { vendorColumn: 'vendor_id', insurerWrites: true, grants: 'select, insert, update' };
    const statements = [
      `create table contract (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         reference text not null,
         title text not null,
         created_at timestamptz not null,
         updated_at timestamptz not null,
         version integer not null default 1,
         primary key (tenant_id, id),
         unique (tenant_id, reference),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      `create index contract_vendor on contract (tenant_id, vendor_id)`,
      ...tenantTable('contract', insurers),

      `create table contract_version (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         contract_id uuid not null,
         vendor_id uuid not null,
         number integer not null check (number >= 1),
         state text not null check (state in ('draft', 'active')),
         effective_from date not null,
         effective_to date check (effective_to > effective_from),
         timezone text not null,
         reporting_due_day integer not null check (reporting_due_day between 1 and 28),
         admits_claimed boolean not null default false,
         minimum_coverage numeric not null default 0.6 check (minimum_coverage between 0 and 1),
         speed_outweighs_reason text,
         created_by text not null,
         created_at timestamptz not null,
         activated_at timestamptz,
         version integer not null default 1,
         primary key (tenant_id, id),
         unique (tenant_id, contract_id, number),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id)
       )`,
      `create index contract_version_vendor on contract_version (tenant_id, vendor_id, effective_from)`,
      ...tenantTable('contract_version', insurers),
      // a partner sees terms once they are agreed
      `drop policy contract_version_read on contract_version`,
      `create policy contract_version_read on contract_version for select
         using (${inTenant} and (${insurerSide} or (${inVendorScope('vendor_id')} and state = 'active')))`,

      `create table clause (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         contract_version_id uuid not null,
         vendor_id uuid not null,
         position integer not null default 0,
         kind text not null check (kind in ('service_levels', 'right_to_audit', 'incident_notice', 'background_checks',
                                            'data_residency', 'attestation', 'continuity_test', 'other')),
         number text not null,
         heading text not null,
         text text not null,
         page integer check (page >= 1),
         terms jsonb not null default '{}',
         primary key (tenant_id, id),
         unique (tenant_id, contract_version_id, number),
         foreign key (tenant_id, contract_version_id) references contract_version (tenant_id, id)
       )`,
      ...tenantTable('clause', { ...insurers, grants: 'select, insert, update, delete' }),

      `create table sla (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         contract_version_id uuid not null,
         vendor_id uuid not null,
         position integer not null default 0,
         metric_id uuid not null,
         clause_id uuid not null,
         name text not null,
         comparator text check (comparator in ('>=', '>', '<=', '<')),
         target numeric,
         band_low numeric,
         band_high numeric,
         "window" text not null check ("window" in ('month')),
         line_of_business text,
         channel text,
         queue text,
         language text,
         minimum_sample integer not null default 0 check (minimum_sample >= 0),
         weight numeric not null check (weight between 0 and 100),
         created_at timestamptz not null,
         version integer not null default 1,
         primary key (tenant_id, id),
         foreign key (tenant_id, contract_version_id) references contract_version (tenant_id, id),
         foreign key (tenant_id, metric_id) references metric (tenant_id, id),
         foreign key (tenant_id, clause_id) references clause (tenant_id, id),
         check ((comparator is not null and target is not null and band_low is null and band_high is null)
             or (comparator is null and target is null and band_low is not null and band_high > band_low))
       )`,
      `create index sla_contract_version on sla (tenant_id, contract_version_id)`,
      ...tenantTable('sla', { ...insurers, grants: 'select, insert, update, delete' }),
      // the loader asks whether a contract admits percent-only figures
      `grant select on contract_version to ${runtimeRoles.loader}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping contracts loses data');
  }
}
