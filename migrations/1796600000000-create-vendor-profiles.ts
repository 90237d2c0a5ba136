import { tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of a vendor, kept by the insurer and by the vendor itself: each insurer's copy is its own. Entries are
 * taken out, never deleted, and every change is a line that is written once.
 */
export class CreateVendorProfiles1796600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table vendor_site (
         ${entryColumns},
         name text not null,
         country text not null check (country ~ '^[A-Z]{2}$'),
         city text not null,
         timezone text not null,
         calendar_id uuid,
         services text[] not null,
         phi_handled boolean not null,
         foreign key (tenant_id, calendar_id) references calendar (tenant_id, id)
       )`,
      ...entryRules('vendor_site'),
      `create table vendor_contact (
         ${entryColumns},
         name text not null,
         role text not null check (role in ('operations', 'security', 'privacy', 'quality', 'executive', 'after_hours', 'other')),
         email text,
         phone text,
         language text not null,
         hours jsonb,
         calendar_id uuid,
         foreign key (tenant_id, calendar_id) references calendar (tenant_id, id),
         check (email is not null or phone is not null),
         check (hours is null or calendar_id is null)
       )`,
      ...entryRules('vendor_contact'),
      `create table vendor_fourth_party (
         ${entryColumns},
         name text not null,
         service text not null,
         phi_kinds text[] not null,
         places text[] not null,
         since date not null,
         until date check (until > since),
         approval text not null check (approval in ('waiting', 'approved', 'refused')),
         approval_reason text,
         decided_by_name text,
         decided_at timestamptz,
         entered_by text not null,
         check ((approval = 'waiting') = (decided_at is null))
       )`,
      ...entryRules('vendor_fourth_party'),
      `create table vendor_data_flow (
         ${entryColumns},
         kind text not null check (kind in ('recordings', 'transcripts', 'mail', 'crm_notes', 'other')),
         called text check (kind <> 'other' or called is not null),
         system text not null,
         place text not null,
         phi_kinds text[] not null,
         fourth_party_id uuid,
         retention_days integer check (retention_days >= 0),
         foreign key (tenant_id, fourth_party_id) references vendor_fourth_party (tenant_id, id)
       )`,
      ...entryRules('vendor_data_flow'),
      `create table vendor_escalation_ladder (
         stages jsonb not null check (jsonb_typeof(stages) = 'array'),
         ${documentColumns}
       )`,
      ...documentRules('vendor_escalation_ladder'),
      `create table vendor_language_access (
         register jsonb not null,
         ${documentColumns}
       )`,
      ...documentRules('vendor_language_access'),

      `create table vendor_profile_change (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         section text not null check (section in ('sites', 'contacts', 'ladder', 'fourth-parties', 'data-flows', 'language-access')),
         entry_id uuid,
         act text not null check (act in ('added', 'changed', 'removed', 'decided')),
         name text not null,
         changed jsonb not null,
         changed_by text not null,
         changed_by_name text not null,
         changed_by_side text not null check (changed_by_side in ('insurer', 'vendor')),
         at timestamptz not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      `create index vendor_profile_change_list on vendor_profile_change (tenant_id, vendor_id, id desc)`,
      ...tenantTable('vendor_profile_change', { vendorColumn: 'vendor_id', grants: 'select, insert' }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'vendor_profile_change',
      'vendor_language_access',
      'vendor_escalation_ladder',
      'vendor_data_flow',
      'vendor_fourth_party',
      'vendor_contact',
      'vendor_site',
    ])
      await runner.query(`drop table ${table}`);
  }
}

/** Of a list of the profile: entries with a version each, taken out by `removed_at`. */
const entryColumns = `tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         created_at timestamptz not null,
         updated_at timestamptz not null,
         removed_at timestamptz,
         version integer not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)`;

/** Of a part of the profile that is replaced as one. */
const documentColumns = `tenant_id uuid not null references tenant (id),
         vendor_id uuid not null,
         created_at timestamptz not null,
         updated_at timestamptz not null,
         version integer not null,
         primary key (tenant_id, vendor_id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)`;

function entryRules(table: string): string[] {
  return [
    `create index ${table}_of_vendor on ${table} (tenant_id, vendor_id) where removed_at is null`,
    ...documentRules(table),
  ];
}

function documentRules(table: string): string[] {
  return tenantTable(table, { vendorColumn: 'vendor_id', grants: 'select, insert, update' });
}
