import { inTenant, inVendorScope, runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * KPI files and what was measured. A measurement is one row per interval and segment of a vendor; its `amounts` stand in
 * the order of the tenant's `measure` catalogue (a missing amount is null, never 0). Values that a later file replaced
 * move to `measurement_superseded`, so that every past figure can still be taken apart. `grain` is minutes (15, 30, 60,
 * 1440 for a day); a month has no fixed number of them and is 32767.
 */
export class CreateMeasurements1795000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { app, loader, sweep } = runtimeRoles;
    const statements = [
      `create table measure (
         tenant_id uuid not null references tenant (id),
         code text not null check (code ~ '^[a-z][a-z0-9_]{1,62}$'),
         position integer not null check (position between 1 and 500),
         unit text not null check (unit in ('count', 'seconds')),
         label text not null,
         primary key (tenant_id, code),
         unique (tenant_id, position)
       )`,
      ...tenantTable('measure', { insurerWrites: true, grants: 'select, insert' }),

      `create table metric (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         code text not null,
         name text not null,
         family text not null check (family in ('speed', 'quality', 'compliance', 'outcome', 'efficiency')),
         unit text not null check (unit in ('ratio', 'seconds', 'count', 'points')),
         direction text not null check (direction in ('higher', 'lower', 'band')),
         source text not null,
         created_at timestamptz not null,
         version integer not null default 1,
         primary key (tenant_id, id),
         unique (tenant_id, code)
       )`,
      ...tenantTable('metric', { insurerWrites: true, grants: 'select, insert, update' }),
      // a definition never changes: a new version holds from its first month on
      `create table metric_version (
         tenant_id uuid not null references tenant (id),
         metric_id uuid not null,
         number integer not null check (number >= 1),
         effective_from date not null,
         definition jsonb not null,
         created_by text not null,
         created_at timestamptz not null,
         primary key (tenant_id, metric_id, number),
         unique (tenant_id, metric_id, effective_from),
         foreign key (tenant_id, metric_id) references metric (tenant_id, id)
       )`,
      ...tenantTable('metric_version', { insurerWrites: true, grants: 'select, insert' }),

      `create table stored_file (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid,
         sha256 bytea not null,
         bytes bigint not null,
         stored_bytes bigint not null,
         stored_sha256 bytea not null,
         wrapped_key bytea not null,
         created_at timestamptz not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      `create index stored_file_hash on stored_file (tenant_id, sha256)`,
      ...tenantTable('stored_file', { vendorColumn: 'vendor_id', grants: 'select, insert' }),

      `create table kpi_mapping (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         layout_hash bytea not null,
         name text not null,
         mapping jsonb not null,
         created_by text not null,
         created_at timestamptz not null,
         updated_at timestamptz not null,
         version integer not null default 1,
         primary key (tenant_id, id),
         unique (tenant_id, vendor_id, layout_hash),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      ...tenantTable('kpi_mapping', { vendorColumn: 'vendor_id' }),

      `create table kpi_file (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         stored_file_id uuid not null,
         name text not null,
         state text not null check (state in ('received', 'checking', 'checked', 'waiting_for_vendors', 'queued', 'ingesting',
                                              'evaluating', 'done', 'unchanged', 'refused', 'withdrawn')),
         layout jsonb not null,
         mapping jsonb,
         auto_confirm boolean not null default false,
         uploaded_by text not null,
         uploaded_by_name text not null,
         uploaded_via text not null check (uploaded_via in ('page', 'api')),
         wrong_rows text not null default 'refuse' check (wrong_rows in ('refuse', 'leave_out')),
         restatement_reason text,
         rows_total bigint,
         rows_read bigint not null default 0,
         rows_wrong bigint not null default 0,
         rows_new bigint,
         rows_unchanged bigint,
         rows_restated bigint,
         effect jsonb,
         problems_listed integer not null default 0,
         unknown_vendors jsonb not null default '[]',
         refusal_code text,
         refusal_detail text,
         load_number bigint,
         created_at timestamptz not null,
         updated_at timestamptz not null,
         loaded_at timestamptz,
         finished_at timestamptz,
         version integer not null default 1,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         foreign key (tenant_id, stored_file_id) references stored_file (tenant_id, id)
       )`,
      `create index kpi_file_list on kpi_file (tenant_id, created_at desc, id desc)`,
      `create index kpi_file_pending on kpi_file (updated_at) where state in ('checking', 'queued', 'ingesting', 'evaluating')`,
      ...tenantTable('kpi_file', { vendorColumn: 'vendor_id', grants: 'select, insert, update' }),
      `create policy kpi_file_sweep on kpi_file for select to ${sweep} using (true)`,
      `grant select (tenant_id, id, state, updated_at) on kpi_file to ${sweep}`,
      `grant select, update on kpi_file to ${loader}`,

      `create table kpi_file_problem (
         tenant_id uuid not null references tenant (id),
         kpi_file_id uuid not null,
         ordinal integer not null,
         vendor_id uuid not null,
         line bigint not null,
         column_number integer,
         column_name text,
         value text,
         code text not null,
         detail text not null,
         primary key (tenant_id, kpi_file_id, ordinal),
         foreign key (tenant_id, kpi_file_id) references kpi_file (tenant_id, id)
       )`,
      ...tenantTable('kpi_file_problem', { vendorColumn: 'vendor_id', grants: 'select, insert, delete' }),
      `grant select, insert, delete on kpi_file_problem to ${loader}`,

      // one number per merge and tenant, in commit order of the tenant: "as of load n" is a fact
      `create table load_counter (
         tenant_id uuid primary key references tenant (id),
         last_number bigint not null
       )`,
      ...tenantTable('load_counter', { insurerWrites: true, grants: 'select, insert, update' }),
      `grant select, insert, update on load_counter to ${loader}`,

      `create table segment (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         line_of_business text,
         channel text,
         queue text,
         language text,
         primary key (tenant_id, id)
       )`,
      `create unique index segment_once on segment (tenant_id, line_of_business, channel, queue, language) nulls not distinct`,
      ...tenantTable('segment', { grants: 'select, insert' }),
      `grant select, insert on segment to ${loader}`,

      ...['measurement', 'measurement_superseded'].flatMap((table) => [
        `create table ${table} (
           tenant_id uuid not null,
           vendor_id uuid not null,
           local_date date not null,
           starts_at timestamptz not null,
           grain smallint not null,
           segment_id uuid not null,
           kpi_file_id uuid not null,
           line bigint not null,
           load_number bigint not null,
           ${table === 'measurement' ? '' : 'superseded_by bigint not null,'}
           amounts numeric[] not null,
           -- null: every amount stands on line of kpi_file_id; else, parallel to amounts, where each came from
           lines bigint[],
           files uuid[],
           primary key (tenant_id, vendor_id, local_date, starts_at, grain, segment_id${table === 'measurement' ? '' : ', load_number'})
         ) partition by range (local_date)`,
        `create index ${table}_file on ${table} (tenant_id, kpi_file_id)`,
        `alter table ${table} enable row level security`,
        `alter table ${table} force row level security`,
        `create policy ${table}_read on ${table} for select using (${inTenant} and ${inVendorScope('vendor_id')})`,
        `create policy ${table}_insert on ${table} for insert to ${loader} with check (${inTenant})`,
        `create policy ${table}_update on ${table} for update to ${loader} using (${inTenant})`,
        `grant select on ${table} to ${app}`,
        `grant select, insert, update on ${table} to ${loader}`,
      ]),

      // Σ per day, kept in the transaction that changes the facts; months are summed from here
      `create table measurement_day (
         tenant_id uuid not null,
         vendor_id uuid not null,
         local_date date not null,
         grain smallint not null,
         segment_id uuid not null,
         rows integer not null,
         amounts numeric[] not null,
         missing integer[] not null,
         primary key (tenant_id, vendor_id, local_date, grain, segment_id)
       )`,
      `alter table measurement_day enable row level security`,
      `alter table measurement_day force row level security`,
      `create policy measurement_day_read on measurement_day for select using (${inTenant} and ${inVendorScope('vendor_id')})`,
      `create policy measurement_day_insert on measurement_day for insert to ${loader} with check (${inTenant})`,
      `create policy measurement_day_update on measurement_day for update to ${loader} using (${inTenant})`,
      `create policy measurement_day_delete on measurement_day for delete to ${loader} using (${inTenant})`,
      `grant select on measurement_day to ${app}`,
      `grant select, insert, update, delete on measurement_day to ${loader}`,

      // claimed figures (percent-only columns) stand beside the counts and are never summed with them (rule 13)
      `create table claimed_figure (
         tenant_id uuid not null,
         vendor_id uuid not null,
         local_date date not null,
         starts_at timestamptz not null,
         grain smallint not null,
         segment_id uuid not null,
         metric_code text not null,
         -- null: a later file leaves blank what an earlier one claimed
         value numeric,
         kpi_file_id uuid not null,
         line bigint not null,
         load_number bigint not null,
         primary key (tenant_id, vendor_id, local_date, starts_at, grain, segment_id, metric_code, load_number)
       )`,
      `alter table claimed_figure enable row level security`,
      `alter table claimed_figure force row level security`,
      `create policy claimed_figure_read on claimed_figure for select using (${inTenant} and ${inVendorScope('vendor_id')})`,
      `create policy claimed_figure_insert on claimed_figure for insert to ${loader} with check (${inTenant})`,
      `grant select on claimed_figure to ${app}`,
      `grant select, insert on claimed_figure to ${loader}`,

      // which (vendor, month, segment) somebody's file touched and nobody has evaluated yet
      `create table dirty_window (
         tenant_id uuid not null references tenant (id),
         vendor_id uuid not null,
         month date not null,
         segment_id uuid not null,
         marked_at timestamptz not null,
         kpi_file_id uuid,
         primary key (tenant_id, vendor_id, month, segment_id)
       )`,
      ...tenantTable('dirty_window'),
      `create policy dirty_window_sweep on dirty_window for select to ${sweep} using (true)`,
      `grant select on dirty_window to ${sweep}`,
      `grant select, insert, update on dirty_window to ${loader}`,

      // the loader resolves vendors, measures and segments by name
      `grant select on vendor, vendor_alias, measure, stored_file to ${loader}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping measurements loses data');
  }
}
