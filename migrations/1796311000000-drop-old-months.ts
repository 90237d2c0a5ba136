import { runtimeRoles } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows of measurements are kept for so many months and then dropped, a month of all tenants at a time. `dropped_month` says
 * which: a month without rows is then known from one whose rows are gone. It is of the installation, like the partitions.
 */
export class DropOldMonths1796311000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { app, sweep } = runtimeRoles;
    const statements = [
      `create table dropped_month (
         month date primary key,
         dropped_at timestamptz not null
       )`,
      `grant select on dropped_month to ${app}`,
      // run-time roles own nothing, so months are dropped through this one function (allow-listed in the catalogue spec);
      // it waits half a second for what is in use and no longer: everybody else waits behind it, and where a load waits for it
      // in turn, it gives way before the load is told that there is a deadlock
      `create function drop_measurement_month(month date, stamp timestamptz) returns boolean
         language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '500ms' as $$
       declare
         first date := date_trunc('month', month);
         parent text;
         partition text;
         found_any boolean := false;
       begin
         -- whatever a process was told: six years are nobody's to drop (45 CFR 164.316)
         if first >= date_trunc('month', now() - interval '72 months') then
           raise exception 'month % is not old enough to be dropped', first using errcode = '22008';
         end if;
         if not pg_try_advisory_xact_lock(hashtext('drop_measurement_month')) then return false; end if;
         foreach parent in array array['measurement', 'measurement_superseded'] loop
           partition := format('%s_%s', parent, to_char(first, 'YYYY_MM'));
           if exists (select from pg_inherits i join pg_class c on c.oid = i.inhrelid
                      where i.inhparent = parent::regclass and c.relname = partition) then
             execute format('alter table %I detach partition %I', parent, partition);
             execute format('drop table %I', partition);
             found_any := true;
           end if;
         end loop;
         if found_any then
           insert into dropped_month (month, dropped_at) values (first, stamp) on conflict do nothing;
         end if;
         return found_any;
       end $$`,
      // what was dropped is not made again: its sums are kept, and rows beside them would be counted twice
      ensureMonthPartition(
        `if parent in ('measurement', 'measurement_superseded') and exists (select from dropped_month d where d.month >= first) then
           raise exception 'rows of % are no longer kept', to_char(first, 'YYYY-MM') using errcode = '22008';
         end if;`,
      ),
      `revoke all on function drop_measurement_month(date, timestamptz) from public`,
      `grant execute on function drop_measurement_month(date, timestamptz) to ${sweep}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ensureMonthPartition(''));
    await runner.query('drop function drop_measurement_month(date, timestamptz)');
    await runner.query('drop table dropped_month');
  }
}

/** As the activity log's migration makes it, with `refuses` before anything is made. */
function ensureMonthPartition(refuses: string): string {
  return `create or replace function ensure_month_partition(parent text, month date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    first date := date_trunc('month', month);
    partition text := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
  begin
    if parent not in ('activity_log', 'activity_log_personal', 'outbox', 'measurement', 'measurement_superseded') then
      raise exception 'no partitioned table %', parent;
    end if;
    if first < date '2000-01-01' or first > date '2100-12-01' then
      raise exception 'month % is outside 2000 to 2100', month using errcode = '22008';
    end if;
    if to_regclass(partition) is not null then return; end if;
    ${refuses}
    perform pg_advisory_xact_lock(hashtext(partition));
    -- asks the table, not the catalogue cache, which an advisory lock does not refresh
    if exists (select from pg_class where relname = partition and relnamespace = 'public'::regnamespace) then return; end if;
    -- attaching takes a weaker lock than creating in place: readers and other loaders go on
    execute format('create table %I (like %I including all)', partition, parent);
    execute format('alter table %I enable row level security', partition);
    execute format('alter table %I force row level security', partition);
    execute format('create policy tenant_only on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', partition);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, partition, first, first + interval '1 month');
  end $$`;
}
