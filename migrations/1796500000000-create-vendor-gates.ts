import { runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A vendor's life with gates (V1): steps that were asked for and decided, the tenant's due-diligence template in versions
 * that never change, and each vendor's items with what was handed in for them and what became of it. A partner sees the
 * items that are asked of it and its own side's submissions; steps, decisions and the template are the insurer's.
 */
export class CreateVendorGates1796500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const states = `('prospect', 'onboarding', 'active', 'suspended', 'offboarding', 'ended')`;
    const statements = [
      `alter table vendor
         add column end_date date,
         add column tier_override integer check (tier_override between 1 and 3),
         add column tier_override_reason text,
         add column tier_override_by text,
         add column tier_override_by_name text,
         add column tier_override_at timestamptz,
         add check (num_nulls(tier_override, tier_override_reason, tier_override_by, tier_override_by_name,
                              tier_override_at) in (0, 5))`,

      // an invitation to a vendor that has ended opens nothing
      `grant select (state) on vendor to ${runtimeRoles.identity}`,

      `create table vendor_step (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         from_state text not null check (from_state in ${states}),
         to_state text not null check (to_state in ${states}),
         reason text not null,
         end_date date,
         state text not null check (state in ('pending', 'done', 'approved', 'declined', 'withdrawn', 'lapsed')),
         requested_by text not null,
         requested_by_name text not null,
         requested_at timestamptz not null,
         key_maker text,
         decided_by text,
         decided_by_name text,
         decided_at timestamptz,
         decision_reason text,
         gate jsonb,
         version integer not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         check ((state in ('pending', 'lapsed', 'done')) = (decided_by is null))
       )`,
      ...tenantTable('vendor_step', {
        vendorColumn: 'vendor_id',
        vendorSees: 'false',
        grants: 'select, insert, update',
      }),
      `create unique index vendor_step_pending on vendor_step (tenant_id, vendor_id) where state = 'pending'`,
      `create index vendor_step_of_vendor on vendor_step (tenant_id, vendor_id, id)`,

      `create table due_diligence_template_version (
         tenant_id uuid not null references tenant (id),
         number integer not null check (number >= 1),
         items jsonb not null check (jsonb_typeof(items) = 'array'),
         reason text,
         made_by text,
         made_by_name text,
         made_at timestamptz not null,
         primary key (tenant_id, number)
       )`,
      ...tenantTable('due_diligence_template_version', { vendorSees: 'false', grants: 'select, insert' }),

      `create table due_diligence_item (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         template_number integer not null,
         code text not null,
         position integer not null,
         title text not null,
         title_es text,
         guidance text,
         guidance_es text,
         applies jsonb not null,
         gate text not null check (gate in ('activation', 'ending')),
         asked_of text not null check (asked_of in ('vendor', 'insurer')),
         state text not null check (state in ('open', 'submitted', 'accepted', 'rejected', 'waived', 'withdrawn')),
         waived_until date,
         rejection text,
         created_at timestamptz not null,
         updated_at timestamptz not null,
         version integer not null,
         primary key (tenant_id, id),
         unique (tenant_id, vendor_id, code),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         foreign key (tenant_id, template_number) references due_diligence_template_version (tenant_id, number),
         check ((state = 'waived') = (waived_until is not null))
       )`,
      ...tenantTable('due_diligence_item', {
        vendorColumn: 'vendor_id',
        vendorSees: `asked_of = 'vendor'`,
        grants: 'select, insert, update',
      }),

      `create table due_diligence_submission (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         item_id uuid not null,
         kind text not null check (kind in ('evidence', 'waiver')),
         side text not null check (side in ('vendor', 'insurer')),
         note text not null,
         until date,
         submitted_by text not null,
         submitted_by_name text not null,
         submitted_at timestamptz not null,
         key_maker text,
         primary key (tenant_id, id),
         foreign key (tenant_id, item_id) references due_diligence_item (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         check ((kind = 'waiver') = (until is not null)),
         check (kind = 'evidence' or side = 'insurer')
       )`,
      ...tenantTable('due_diligence_submission', {
        vendorColumn: 'vendor_id',
        vendorSees: `side = 'vendor'`,
        grants: 'select, insert',
      }),
      `create index due_diligence_submission_of_item on due_diligence_submission (tenant_id, item_id, id)`,

      `create table due_diligence_decision (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         item_id uuid not null,
         submission_id uuid not null,
         outcome text not null check (outcome in ('accepted', 'rejected', 'opened')),
         reason text,
         remark text,
         decided_by text not null,
         decided_by_name text not null,
         decided_at timestamptz not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, item_id) references due_diligence_item (tenant_id, id),
         foreign key (tenant_id, submission_id) references due_diligence_submission (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         check (outcome = 'accepted' or reason is not null)
       )`,
      ...tenantTable('due_diligence_decision', {
        vendorColumn: 'vendor_id',
        vendorSees: 'false',
        grants: 'select, insert',
      }),
      `create index due_diligence_decision_of_item on due_diligence_decision (tenant_id, item_id, id)`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'due_diligence_decision',
      'due_diligence_submission',
      'due_diligence_item',
      'due_diligence_template_version',
      'vendor_step',
    ])
      await runner.query(`drop table ${table}`);
    await runner.query(`revoke select (state) on vendor from ${runtimeRoles.identity}`);
    await runner.query(
      `alter table vendor drop column end_date, drop column tier_override, drop column tier_override_reason,
         drop column tier_override_by, drop column tier_override_by_name, drop column tier_override_at`,
    );
  }
}
