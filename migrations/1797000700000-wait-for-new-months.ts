import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A month's partition shows in the catalogue a moment before other connections are told that its parent has it: who looks in
 * that moment finds the partition, writes by the parent as it was, and is refused ("no partition of relation found for row").
 * Who finds it there waits for whoever may still be making it: a shared lock, so that nobody waits for those who only look.
 */
export class WaitForNewMonths1797000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      ensureMonthPartition(
        `if to_regclass(partition) is not null then
           perform pg_advisory_xact_lock_shared(hashtext(partition));
           return;
         end if;`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ensureMonthPartition('if to_regclass(partition) is not null then return; end if;'));
  }
}

/** As the migration that drops old months makes it, but for what happens when the partition is there. */
function ensureMonthPartition(isThere: string): string {
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
    ${isThere}
    if parent in ('measurement', 'measurement_superseded') and exists (select from dropped_month d where d.month >= first) then
      raise exception 'rows of % are no longer kept', to_char(first, 'YYYY-MM') using errcode = '22008';
    end if;
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
