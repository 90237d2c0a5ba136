import {
  inTenant,
  insurerSide,
  inVendorScope,
  runtimeRoles,
  tenantTable,
} from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a table keeps that only the insurer's side reads. */
function insurerReads(table: string): string[] {
  return [
    `drop policy ${table}_read on ${table}`,
    `create policy ${table}_read on ${table} for select using (${inTenant} and ${insurerSide})`,
  ];
}

/**
 * Money for missed SLAs: schemes in revisions, monthly statements that follow the results until two people approved them,
 * disputes of their lines, and what was handed to accounts payable.
 */
export class CreateCredits1796900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table credit_scheme (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         contract_id uuid not null,
         contract_version_id uuid not null,
         revision integer not null check (revision >= 1),
         terms jsonb not null,
         entered_by text not null,
         entered_by_name text not null,
         entered_at timestamptz not null,
         primary key (tenant_id, id),
         unique (tenant_id, contract_version_id, revision),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id),
         foreign key (tenant_id, contract_version_id) references contract_version (tenant_id, id)
       )`,
      `create index credit_scheme_contract on credit_scheme (tenant_id, contract_id)`,
      // revisions never change: an approved statement names the one it was settled by
      ...tenantTable('credit_scheme', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert',
      }),
      `create policy credit_scheme_sweep on credit_scheme for select to ${runtimeRoles.sweep} using (true)`,
      `grant select (tenant_id, vendor_id) on credit_scheme to ${runtimeRoles.sweep}`,

      `create table credit_statement (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         contract_id uuid not null,
         month date not null,
         state text not null check (state in ('draft', 'shared', 'approved')),
         complete boolean not null,
         content integer not null check (content >= 1),
         contract jsonb not null,
         scheme_revision integer not null,
         terms jsonb not null,
         fee numeric not null,
         year_credited numeric not null,
         uncapped numeric not null,
         cap numeric not null,
         credit numeric not null,
         total numeric not null,
         lines jsonb not null,
         entries jsonb not null,
         triggers jsonb not null,
         trace jsonb not null,
         request jsonb not null,
         built_at timestamptz not null,
         shared_by text,
         shared_by_name text,
         shared_at timestamptz,
         approved_at timestamptz,
         version integer not null,
         primary key (tenant_id, id),
         unique (tenant_id, contract_id, month),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id),
         check ((state = 'draft') = (shared_at is null)),
         check ((state = 'approved') = (approved_at is not null))
       )`,
      `comment on column credit_statement.content is 'counts up when what it says changes: approvals are of one content'`,
      `create index credit_statement_month on credit_statement (tenant_id, month desc, id desc)`,
      `create index credit_statement_vendor on credit_statement (tenant_id, vendor_id, month)`,
      ...tenantTable('credit_statement', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, update',
      }),
      // a vendor sees a statement once it is shared; an approved one never changes, whatever the code above tries
      `drop policy credit_statement_read on credit_statement`,
      `create policy credit_statement_read on credit_statement for select
         using (${inTenant} and ${inVendorScope('vendor_id')} and (${insurerSide} or state <> 'draft'))`,
      `drop policy credit_statement_update on credit_statement`,
      `create policy credit_statement_update on credit_statement for update
         using (${inTenant} and ${insurerSide} and state <> 'approved')
         with check (${inTenant} and ${insurerSide})`,

      `create table credit_dispute (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         statement_id uuid not null,
         sla_id uuid not null,
         reason text not null,
         raised_by text not null,
         raised_by_name text not null,
         raised_at timestamptz not null,
         state text not null check (state in ('open', 'upheld', 'changed', 'withdrawn')),
         note text,
         decided_by text,
         decided_by_name text,
         decided_at timestamptz,
         primary key (tenant_id, id),
         foreign key (tenant_id, statement_id) references credit_statement (tenant_id, id),
         check ((state = 'open') = (decided_at is null))
       )`,
      `create unique index credit_dispute_once on credit_dispute (tenant_id, statement_id, sla_id) where state = 'open'`,
      `create index credit_dispute_of on credit_dispute (tenant_id, statement_id, raised_at)`,
      ...tenantTable('credit_dispute', {
        vendorColumn: 'vendor_id',
        grants: 'select, insert, update (state, note, decided_by, decided_by_name, decided_at)',
      }),
      // a decision stands
      `drop policy credit_dispute_update on credit_dispute`,
      `create policy credit_dispute_update on credit_dispute for update
         using (${inTenant} and ${inVendorScope('vendor_id')} and state = 'open')
         with check (${inTenant} and ${inVendorScope('vendor_id')})`,

      `create table credit_approval (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         statement_id uuid not null,
         content integer not null,
         person_id text not null,
         person_name text not null,
         approved_at timestamptz not null,
         primary key (tenant_id, id),
         unique (tenant_id, statement_id, content, person_id),
         foreign key (tenant_id, statement_id) references credit_statement (tenant_id, id)
       )`,
      ...tenantTable('credit_approval', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert',
      }),
      ...insurerReads('credit_approval'),

      `create table credit_remark (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         statement_id uuid not null,
         author_id text not null,
         author_name text not null,
         text text not null,
         created_at timestamptz not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, statement_id) references credit_statement (tenant_id, id)
       )`,
      `create index credit_remark_of on credit_remark (tenant_id, statement_id, created_at)`,
      ...tenantTable('credit_remark', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert',
      }),
      ...insurerReads('credit_remark'),

      // what was handed to accounts payable: one row a statement, numbered once in the tenant
      `create table credit_export (
         tenant_id uuid not null references tenant (id),
         statement_id uuid not null,
         vendor_id uuid not null,
         number integer not null check (number >= 1),
         exported_by text not null,
         exported_by_name text not null,
         exported_at timestamptz not null,
         primary key (tenant_id, statement_id),
         unique (tenant_id, number),
         foreign key (tenant_id, statement_id) references credit_statement (tenant_id, id)
       )`,
      ...tenantTable('credit_export', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert',
      }),
      `create table credit_export_counter (
         tenant_id uuid not null references tenant (id),
         last_number integer not null,
         primary key (tenant_id)
       )`,
      ...tenantTable('credit_export_counter', { insurerWrites: true, grants: 'select, insert, update' }),
      ...insurerReads('credit_export_counter'),

      // up to which evaluation each vendor's month was looked at, and whether terms changed since
      `create table credit_progress (
         tenant_id uuid not null references tenant (id),
         vendor_id uuid not null,
         month date not null,
         evaluated_to timestamptz,
         waiting_since timestamptz,
         primary key (tenant_id, vendor_id, month),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      ...tenantTable('credit_progress', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, update',
      }),
      `create policy credit_progress_sweep on credit_progress for select to ${runtimeRoles.sweep} using (true)`,
      `grant select on credit_progress to ${runtimeRoles.sweep}`,
      `create index credit_progress_waiting on credit_progress (waiting_since) where waiting_since is not null`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('approved statements are never dropped');
  }
}
