import { inTenant, runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The activity log: a chain of hashes per tenant, one partition a month. The run-time role may add lines and read
 * them, never change one. `activity_log_head` holds the last link so that writers queue up on one row. What names a
 * person stands in `activity_log_personal`; the chain holds a salted commitment to it, so erasing it breaks nothing.
 */
export class CreateActivityLog1795000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table activity_log_head (
         tenant_id uuid primary key references tenant (id),
         sequence bigint not null,
         hash bytea not null
       )`,
      ...tenantTable('activity_log_head', { grants: 'select, insert, update' }),
      `create table activity_log (
         tenant_id uuid not null references tenant (id),
         month date not null,
         sequence bigint not null,
         at timestamptz not null,
         actor_kind text not null,
         actor_id text not null,
         vendor_id uuid,
         action text not null,
         thing text not null,
         thing_id text not null,
         detail jsonb not null default '{}',
         commitments jsonb not null default '{}',
         previous_hash bytea not null,
         hash bytea not null,
         primary key (tenant_id, month, sequence)
       ) partition by range (month)`,
      `create index activity_log_sequence on activity_log (tenant_id, sequence)`,
      `alter table activity_log enable row level security`,
      `alter table activity_log force row level security`,
      // the insurer's people read the tenant's log; anybody may add a line to it
      `create policy activity_log_read on activity_log for select using (${inTenant} and current_setting('app.vendor_scope', true) = '*')`,
      `create policy activity_log_insert on activity_log for insert with check (${inTenant})`,
      `grant select, insert on activity_log to ${runtimeRoles.app}`,
      `create table activity_log_personal (
         tenant_id uuid not null references tenant (id),
         month date not null,
         sequence bigint not null,
         field text not null,
         salt bytea not null,
         value text not null,
         primary key (tenant_id, month, sequence, field)
       ) partition by range (month)`,
      `alter table activity_log_personal enable row level security`,
      `alter table activity_log_personal force row level security`,
      `create policy activity_log_personal_read on activity_log_personal for select using (${inTenant} and current_setting('app.vendor_scope', true) = '*')`,
      `create policy activity_log_personal_insert on activity_log_personal for insert with check (${inTenant})`,
      `grant select, insert on activity_log_personal to ${runtimeRoles.app}`,
      `create table outbox (
         tenant_id uuid not null references tenant (id),
         month date not null,
         id uuid not null,
         topic text not null,
         row_id text not null,
         created_at timestamptz not null,
         sent_at timestamptz,
         primary key (tenant_id, month, id)
       ) partition by range (month)`,
      `create index outbox_waiting on outbox (created_at) where sent_at is null`,
      `alter table outbox enable row level security`,
      `alter table outbox force row level security`,
      `create policy outbox_insert on outbox for insert to ${runtimeRoles.app}, ${runtimeRoles.loader} with check (${inTenant})`,
      `create policy outbox_relay on outbox for all to ${runtimeRoles.relay} using (true)`,
      `grant insert on outbox to ${runtimeRoles.app}, ${runtimeRoles.loader}`,
      `grant select, update, delete on outbox to ${runtimeRoles.relay}`,

      // run-time roles own nothing, so months are opened through this one function (allow-listed in its spec)
      `create function ensure_month_partition(parent text, month date) returns void
         language plpgsql security definer set search_path = public, pg_temp as $$
       declare
         first date := date_trunc('month', month);
         partition text := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
         policy record;
       begin
         if parent not in ('activity_log', 'activity_log_personal', 'outbox', 'measurement', 'measurement_superseded') then
           raise exception 'no partitioned table %', parent;
         end if;
         if first < date '2000-01-01' or first > date '2100-12-01' then
           raise exception 'month % is outside 2000 to 2100', month using errcode = '22008';
         end if;
         if to_regclass(partition) is not null then return; end if;
         perform pg_advisory_xact_lock(hashtext(partition));
         -- asks the table, not the catalogue cache, which an advisory lock does not refresh
         if exists (select from pg_class where relname = partition and relnamespace = 'public'::regnamespace) then return; end if;
         -- attaching takes a weaker lock than creating in place: readers and other loaders go on
         execute format('create table %I (like %I including all)', partition, parent);
         execute format('alter table %I enable row level security', partition);
         execute format('alter table %I force row level security', partition);
         execute format('create policy tenant_only on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', partition);
         execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, partition, first, first + interval '1 month');
       end $$`,
      `revoke all on function ensure_month_partition(text, date) from public`,
      `grant execute on function ensure_month_partition(text, date) to ${runtimeRoles.app}, ${runtimeRoles.loader}, ${runtimeRoles.sweep}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('the activity log is never dropped');
  }
}
