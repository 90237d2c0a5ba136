import { inTenant, inVendorScope, runtimeRoles } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases that KPI files are about (complaints): one row a case as the last file states it, what it replaced in
 * `kpi_case_superseded`. Day counts of `measurement` are derived from these rows, so that a case is never counted twice
 * however often it is sent. A number means something only to the vendor that hands in the file (`reporter_id`).
 * Tenants that are there already get the two measures that cases are counted as by the day of closing.
 */
export class CreateCases1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { app, loader } = runtimeRoles;
    const statements = [
      ...['kpi_case', 'kpi_case_superseded'].flatMap((table) => [
        `create table ${table} (
           tenant_id uuid not null,
           reporter_id uuid not null,
           number text not null,
           vendor_id uuid not null,
           segment_id uuid not null,
           kpi_file_id uuid not null,
           line bigint not null,
           -- all lines of the file that are about the case; line is the first of them
           lines int8multirange not null,
           load_number bigint not null,
           ${table === 'kpi_case' ? '' : 'superseded_by bigint not null,'}
           opened timestamptz not null,
           opened_on date not null,
           closed timestamptz,
           closed_on date,
           due_on date not null,
           overdue_from timestamptz not null,
           in_time boolean,
           acknowledged timestamptz,
           ack_due_on date,
           ack_overdue_from timestamptz,
           ack_in_time boolean,
           -- the load with which it was counted as due; null: its deadline had not passed at any load yet
           due_load bigint,
           ack_due_load bigint,
           primary key (tenant_id, reporter_id, number, vendor_id${table === 'kpi_case' ? '' : ', load_number'})
         )`,
        `create index ${table}_due on ${table} (tenant_id, vendor_id, due_on)`,
        `create index ${table}_closed on ${table} (tenant_id, vendor_id, closed_on) where closed_on is not null`,
        `create index ${table}_ack_due on ${table} (tenant_id, vendor_id, ack_due_on) where ack_due_on is not null`,
        `create index ${table}_file on ${table} (tenant_id, kpi_file_id, line)`,
        `alter table ${table} enable row level security`,
        `alter table ${table} force row level security`,
        `create policy ${table}_read on ${table} for select using (${inTenant} and ${inVendorScope('vendor_id')})`,
        `create policy ${table}_insert on ${table} for insert to ${loader} with check (${inTenant})`,
        `grant select on ${table} to ${app}`,
        `grant select, insert on ${table} to ${loader}`,
      ]),
      // what came due since the last load is few, however many cases there are
      `create index kpi_case_undue on kpi_case (tenant_id, vendor_id, overdue_from) where due_load is null`,
      `create index kpi_case_ack_undue on kpi_case (tenant_id, vendor_id, ack_overdue_from)
         where ack_due_load is null and ack_overdue_from is not null`,
      `create policy kpi_case_update on kpi_case for update to ${loader} using (${inTenant})`,
      `create policy kpi_case_delete on kpi_case for delete to ${loader} using (${inTenant})`,
      `grant update, delete on kpi_case to ${loader}`,

      // the owner is held by the policies too, and acts here for every tenant
      `alter table measure no force row level security`,
      `insert into measure (tenant_id, code, position, unit, label)
       select had.tenant_id, added.code, had.last + added.place, 'count', added.label
       from (select tenant_id, max(position) as last from measure group by tenant_id) had
       cross join (values ('cases_closed', 1, 'Cases closed'),
                          ('cases_closed_in_time', 2, 'Cases closed in time, of those closed')) added (code, place, label)
       on conflict do nothing`,
      `alter table measure force row level security`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping cases loses what figures are made of');
  }
}
