import {
  insurerSide,
  inTenant,
  inVendorScope,
  runtimeRoles,
  tenantTable,
} from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said about an incident, by whom, on which side, and when it was recorded. */
const SAID = `tenant_id uuid not null references tenant (id),
         id uuid not null,
         incident_id uuid not null,
         vendor_id uuid not null,
         by_id text not null,
         by_name text not null,
         side text not null check (side in ('insurer', 'vendor')),
         recorded_at timestamptz not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, incident_id) references incident (tenant_id, id)`;

function insurersOnly(table: string, grants: string): string[] {
  return [
    ...tenantTable(table, { insurerWrites: true, grants }),
    `drop policy ${table}_read on ${table}`,
    `create policy ${table}_read on ${table} for select using (${inTenant} and ${insurerSide})`,
  ];
}

/** Incidents (V4). What was said is never changed: a correction is a later row. */
export class CreateIncidents1797000401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const ownSide = `side = case when ${insurerSide} then 'insurer' else 'vendor' end`;
    const vendors = (table: string, grants = 'select, insert') =>
      tenantTable(table, { vendorColumn: 'vendor_id', grants });
    const statements = [
      `create table incident_counter (
         tenant_id uuid not null references tenant (id),
         vendor_id uuid not null,
         series text not null,
         last integer not null,
         primary key (tenant_id, vendor_id, series),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      ...vendors('incident_counter', 'select, insert, update'),

      `create table incident_scenario (
         tenant_id uuid not null references tenant (id),
         code text not null,
         terms jsonb not null,
         made_by text not null,
         made_by_name text not null,
         made_at timestamptz not null,
         primary key (tenant_id, code)
       )`,
      ...insurersOnly('incident_scenario', 'select, insert'),

      `create table incident_exercise (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         scenario_code text not null,
         scenario jsonb not null,
         started_at timestamptz not null,
         started_by text not null,
         started_by_name text not null,
         ended_at timestamptz,
         ended_by_name text,
         participants text[] not null,
         findings jsonb not null,
         conclusion text,
         version integer not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      ...insurersOnly('incident_exercise', 'select, insert, update'),

      `create table incident (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         reference text not null,
         external_number text,
         title text not null,
         service text not null,
         phi text not null check (phi in ('yes', 'no', 'unknown')),
         severity text check (severity in ('low', 'medium', 'high', 'critical')),
         places text[] not null,
         state text not null check (state in ('reported', 'acknowledged', 'closed')),
         is_drill boolean not null,
         exercise_id uuid,
         source text not null check (source in ('person', 'api-key', 'import')),
         discovered_at timestamptz not null,
         notified_at timestamptz,
         reported_at timestamptz not null,
         reported_by text not null,
         reported_by_name text not null,
         reported_by_side text not null check (reported_by_side in ('insurer', 'vendor')),
         acknowledged_at timestamptz,
         acknowledged_by_name text,
         owner_id uuid references person (id),
         people_affected integer,
         closed_at timestamptz,
         closed_by_name text,
         closing_outcome text check (closing_outcome in ('resolved', 'not_an_incident', 'duplicate')),
         cause jsonb,
         closing_summary text,
         version integer not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         foreign key (tenant_id, exercise_id) references incident_exercise (tenant_id, id),
         check (exercise_id is null or is_drill),
         check ((state = 'closed') = (closed_at is not null))
       )`,
      `create unique index incident_reference on incident (tenant_id, reference)`,
      `create unique index incident_external on incident (tenant_id, vendor_id, external_number) where external_number is not null`,
      `create index incident_list on incident (tenant_id, discovered_at desc, id desc)`,
      `create index incident_exercise_of on incident (tenant_id, exercise_id) where exercise_id is not null`,
      ...vendors('incident', 'select, insert, update'),

      `create table incident_milestone (
         ${SAID},
         milestone text not null,
         basis text not null check (basis in ('asserted', 'deemed')),
         at timestamptz not null,
         note text
       )`,
      `create table incident_supplement (${SAID}, text text not null, known_at timestamptz not null)`,
      `create table incident_estimate (
         ${SAID},
         people integer not null check (people >= 0),
         exactness text not null check (exactness in ('estimate', 'at_least', 'confirmed')),
         as_of timestamptz not null,
         note text
       )`,
      `create table incident_task (
         ${SAID},
         title text not null,
         owner_id uuid references person (id),
         owner_name text,
         owner_side text not null check (owner_side in ('insurer', 'vendor')),
         due_at timestamptz,
         done_at timestamptz,
         done_by_name text,
         version integer not null
       )`,
      `create table incident_note (${SAID}, text text not null, shared boolean not null)`,
      `create table incident_evidence (
         ${SAID},
         document_id uuid not null,
         note text,
         foreign key (tenant_id, document_id) references document (tenant_id, id)
       )`,
      `create table incident_link (
         ${SAID},
         other_id uuid not null,
         kind text not null check (kind in ('related', 'same_cause', 'duplicate', 'follow_up')),
         note text,
         foreign key (tenant_id, other_id) references incident (tenant_id, id),
         check (other_id <> incident_id)
       )`,
      `create table incident_hand_over (
         ${SAID},
         to_id uuid not null references person (id),
         to_name text not null,
         note text
       )`,
      `create table incident_report (
         tenant_id uuid not null references tenant (id),
         incident_id uuid not null,
         vendor_id uuid not null,
         state text not null check (state in ('asked', 'submitted', 'approved', 'returned')),
         due_on date not null,
         asked_by_name text not null,
         text text,
         document_ids uuid[] not null,
         submitted_by text,
         submitted_by_name text,
         submitted_key_maker text,
         submitted_at timestamptz,
         decided_by_name text,
         decided_at timestamptz,
         reason text,
         primary key (tenant_id, incident_id),
         foreign key (tenant_id, incident_id) references incident (tenant_id, id),
         check ((state in ('asked')) or submitted_at is not null)
       )`,
      ...['milestone', 'supplement', 'estimate', 'task', 'note', 'evidence', 'link', 'hand_over'].map(
        (what) => `create index incident_${what}_of on incident_${what} (tenant_id, incident_id, id)`,
      ),
      ...vendors('incident_milestone'),
      ...vendors('incident_supplement'),
      ...vendors('incident_estimate'),
      ...vendors('incident_task', 'select, insert, update'),
      ...vendors('incident_evidence'),
      ...vendors('incident_report', 'select, insert, update'),
      ...insurersOnly('incident_link', 'select, insert, delete'),
      ...insurersOnly('incident_hand_over', 'select, insert'),

      // what a side notes for itself, the other cannot read by any query
      `alter table incident_note enable row level security`,
      `alter table incident_note force row level security`,
      `create policy incident_note_read on incident_note for select
         using (${inTenant} and ${inVendorScope('vendor_id')} and (shared or ${ownSide}))`,
      `create policy incident_note_insert on incident_note for insert
         with check (${inTenant} and ${inVendorScope('vendor_id')} and ${ownSide})`,
      `grant select, insert on incident_note to ${runtimeRoles.app}`,

      // one row a decision: policies as switched, and the terms of a tenant's own, from a day on
      `create table incident_policy (
         tenant_id uuid not null references tenant (id),
         code text not null,
         shipped boolean not null,
         primary key (tenant_id, code)
       )`,
      // held while a decision is added, so that decisions are numbered one after the other
      ...tenantTable('incident_policy', { insurerWrites: true, grants: 'select, insert, update (shipped)' }),
      `create table incident_policy_version (
         tenant_id uuid not null references tenant (id),
         policy_code text not null,
         number integer not null check (number >= 1),
         effective_from date not null,
         switched_on boolean not null,
         terms_version integer not null check (terms_version >= 1),
         terms jsonb,
         reason text not null,
         set_by text not null,
         set_by_name text not null,
         set_at timestamptz not null,
         primary key (tenant_id, policy_code, number),
         foreign key (tenant_id, policy_code) references incident_policy (tenant_id, code)
       )`,
      ...tenantTable('incident_policy_version', { insurerWrites: true, grants: 'select, insert' }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping incidents loses data');
  }
}
