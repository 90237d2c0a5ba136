import { inTenant, inVendorScope, runtimeRoles } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * KPI files that arrive in pieces. `received` moves only by a statement that names where it stood, so that of two writers
 * one wins. A piece's row is there before its bytes are, without a place until they have all arrived: whatever a process
 * leaves behind that dies is found by its row. People are held to their own uploads by policy; a machine's key has no
 * person, so the service holds it to its own.
 */
export class CreateKpiFileUploads1796200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { app, sweep } = runtimeRoles;
    const noOtherPerson = `coalesce(current_setting('app.person_id', true), '') in ('', begun_by)`;
    const own = `${inTenant} and ${inVendorScope('vendor_id')} and ${noOtherPerson}`;
    const statements = [
      `create table kpi_file_upload (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         begun_by text not null,
         begun_by_name text not null,
         begun_by_kind text not null check (begun_by_kind in ('person', 'api-key')),
         via text not null check (via in ('page', 'api', 'cli')),
         from_address text,
         with_key text,
         name text not null,
         auto_confirm boolean not null,
         bytes bigint not null check (bytes > 0),
         received bigint not null default 0 check (received between 0 and bytes),
         pieces integer not null default 0,
         sha256 bytea check (length(sha256) = 32),
         fingerprint text,
         state text not null check (state in ('receiving', 'completed', 'refused')),
         kpi_file_id uuid,
         refusal_code text,
         refusal_detail text,
         created_at timestamptz not null,
         updated_at timestamptz not null,
         expires_at timestamptz not null,
         primary key (tenant_id, id),
         check ((state = 'completed') = (kpi_file_id is not null)),
         check ((state = 'refused') = (refusal_code is not null)),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         foreign key (tenant_id, kpi_file_id) references kpi_file (tenant_id, id)
       )`,
      `create index kpi_file_upload_expiry on kpi_file_upload (expires_at)`,
      `create index kpi_file_upload_whole on kpi_file_upload (updated_at) where state = 'receiving' and received = bytes`,
      ...policies('kpi_file_upload', own),
      `grant select, insert, update, delete on kpi_file_upload to ${app}`,
      `create policy kpi_file_upload_sweep on kpi_file_upload for select to ${sweep} using (true)`,
      `grant select (tenant_id, id, state, bytes, received, updated_at, expires_at) on kpi_file_upload to ${sweep}`,

      `create table kpi_file_upload_piece (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         upload_id uuid not null,
         vendor_id uuid not null,
         begins_at bigint,
         bytes bigint,
         sha256 bytea,
         stored_bytes bigint,
         stored_sha256 bytea,
         wrapped_key bytea,
         created_at timestamptz not null,
         primary key (tenant_id, id),
         unique (tenant_id, upload_id, begins_at),
         foreign key (tenant_id, upload_id) references kpi_file_upload (tenant_id, id)
       )`,
      ...policies('kpi_file_upload_piece', `${inTenant} and ${inVendorScope('vendor_id')}`),
      `grant select, insert, update, delete on kpi_file_upload_piece to ${app}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kpi_file_upload_piece');
    await runner.query('drop table kpi_file_upload');
  }
}

function policies(table: string, own: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_read on ${table} for select using (${own})`,
    `create policy ${table}_insert on ${table} for insert with check (${own})`,
    `create policy ${table}_update on ${table} for update using (${own}) with check (${own})`,
    `create policy ${table}_delete on ${table} for delete using (${own})`,
  ];
}
