import {
  insurerSide,
  inTenant,
  inVendorScope,
  runtimeRoles,
  tenantTable,
} from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The person at hand; blank for the worker. */
const ownRow = `person_id = nullif(current_setting('app.person_id', true), '')::uuid`;
const noPerson = `(coalesce(current_setting('app.person_id', true), '') = '' and ${insurerSide})`;

/**
 * What was announced, who was told of it, by which channel, with every attempt; and how each person wants to be told. A
 * notification belongs to a person: nobody else reads it, whatever their role. A mail knows which delivery it is.
 */
export class CreateNotifications1797000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { app, relay, sweep } = runtimeRoles;
    const statements = [
      `create table notice (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         key text not null,
         audience bytea not null,
         kind text not null,
         vendor_id uuid,
         about_thing text not null,
         about_id text not null,
         parameters jsonb not null,
         path text[] not null,
         people uuid[] not null,
         roles text[] not null,
         vendor_roles text[] not null,
         contacts jsonb not null,
         created_at timestamptz not null,
         spread_at timestamptz,
         primary key (tenant_id, id),
         unique (tenant_id, key, audience),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      `create index notice_waiting on notice (created_at) where spread_at is null`,
      // a partner announces what is about its own vendor, and reads nothing of what the insurer announces
      ...tenantTable('notice', { grants: 'select, insert, update' }),
      `drop policy notice_read on notice`,
      `drop policy notice_insert on notice`,
      `drop policy notice_update on notice`,
      `drop policy notice_delete on notice`,
      `create policy notice_read on notice for select using (${inTenant} and ${insurerSide})`,
      `create policy notice_insert on notice for insert with check (${inTenant} and ${inVendorScope('vendor_id')})`,
      `create policy notice_update on notice for update using (${inTenant} and ${insurerSide})`,
      `create policy notice_sweep on notice for select to ${sweep} using (true)`,
      `grant select (tenant_id, id, created_at, spread_at) on notice to ${sweep}`,

      `create table notification (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         person_id uuid not null references person (id),
         key text not null,
         kind text not null,
         vendor_id uuid,
         about_thing text not null,
         about_id text not null,
         parameters jsonb not null,
         path text[] not null,
         shown boolean not null,
         created_at timestamptz not null,
         read_at timestamptz,
         primary key (tenant_id, id),
         unique (tenant_id, person_id, key)
       )`,
      `create index notification_unread on notification (tenant_id, person_id) where read_at is null and shown`,
      `create index notification_person on notification (tenant_id, person_id, id desc)`,
      `alter table notification enable row level security`,
      `alter table notification force row level security`,
      `create policy notification_read on notification for select using (${inTenant} and (${ownRow} or ${noPerson}))`,
      `create policy notification_insert on notification for insert with check (${inTenant} and ${noPerson})`,
      `create policy notification_update on notification for update using (${inTenant} and ${ownRow})`,
      `grant select, insert, update (read_at) on notification to ${app}`,

      // one way one recipient is told; address: an e-mail address, or the host that a hook calls
      `create table notification_delivery (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         channel text not null check (channel in ('page', 'mail', 'webhook', 'chat')),
         key text not null,
         kind text not null,
         vendor_id uuid,
         about_thing text not null,
         about_id text not null,
         parameters jsonb not null,
         path text[] not null,
         person_id uuid references person (id),
         endpoint_id uuid,
         recipient text not null,
         address text not null,
         language text not null,
         rhythm text not null check (rhythm in ('at-once', 'daily', 'weekly')),
         state text not null check (state in ('waiting', 'posted', 'sent', 'given-up', 'muted')),
         due_at timestamptz,
         attempts integer not null default 0,
         created_at timestamptz not null,
         settled_at timestamptz,
         primary key (tenant_id, id),
         unique (tenant_id, channel, address, key)
       )`,
      `create index notification_delivery_due on notification_delivery (due_at) where state = 'waiting'`,
      `create index notification_delivery_newest on notification_delivery (tenant_id, id desc)`,
      ...tenantTable('notification_delivery', { grants: 'select, insert, update' }),
      ...insurerOnly('notification_delivery'),
      `create policy notification_delivery_sweep on notification_delivery for select to ${sweep} using (true)`,
      `grant select (tenant_id, id, channel, person_id, endpoint_id, rhythm, state, due_at) on notification_delivery to ${sweep}`,
      // the post notes what came of a mail where it sends it
      `create policy notification_delivery_relay on notification_delivery for all to ${relay} using (true)`,
      `grant select (tenant_id, id, state, attempts), update (state, attempts, settled_at) on notification_delivery to ${relay}`,

      `create table delivery_attempt (
         tenant_id uuid not null references tenant (id),
         delivery_id uuid not null,
         number integer not null check (number > 0),
         at timestamptz not null,
         outcome text not null check (outcome in ('taken', 'refused', 'failed')),
         status integer,
         latency_ms integer,
         answer text,
         primary key (tenant_id, delivery_id, number),
         foreign key (tenant_id, delivery_id) references notification_delivery (tenant_id, id)
       )`,
      ...tenantTable('delivery_attempt', { grants: 'select, insert' }),
      ...insurerOnly('delivery_attempt'),
      `create policy delivery_attempt_relay on delivery_attempt for insert to ${relay} with check (true)`,
      `grant insert on delivery_attempt to ${relay}`,

      `create table notification_preference (
         tenant_id uuid not null references tenant (id),
         person_id uuid not null references person (id),
         kind text not null,
         channel text not null check (channel in ('page', 'mail')),
         mode text not null check (mode in ('at-once', 'daily', 'weekly', 'off')),
         changed_at timestamptz not null,
         primary key (tenant_id, person_id, kind, channel),
         check (channel = 'mail' or mode in ('at-once', 'off'))
       )`,
      ...personTable('notification_preference'),

      // when a person wants to be told: quiet from one local time to another, digests at an hour
      `create table notification_hours (
         tenant_id uuid not null references tenant (id),
         person_id uuid not null references person (id),
         timezone text not null,
         quiet_from time,
         quiet_until time,
         digest_at time not null,
         digest_weekday integer not null check (digest_weekday between 1 and 7),
         changed_at timestamptz not null,
         primary key (tenant_id, person_id),
         check ((quiet_from is null) = (quiet_until is null))
       )`,
      ...personTable('notification_hours'),

      `alter table mail add tenant_id uuid, add delivery_ids uuid[], add language text not null default 'en',
         add unsubscribe_sealed bytea`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping what people were told loses evidence');
  }
}

function insurerOnly(table: string): string[] {
  const rule = `(${inTenant} and ${insurerSide})`;
  return [
    ...['read', 'insert', 'update', 'delete'].map((act) => `drop policy ${table}_${act} on ${table}`),
    `create policy ${table}_read on ${table} for select to ${runtimeRoles.app} using ${rule}`,
    `create policy ${table}_insert on ${table} for insert to ${runtimeRoles.app} with check ${rule}`,
    `create policy ${table}_update on ${table} for update to ${runtimeRoles.app} using ${rule} with check ${rule}`,
  ];
}

/** Rows of a person: theirs to read and write, and the worker's to read. */
function personTable(table: string): string[] {
  const own = `(${inTenant} and ${ownRow})`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_read on ${table} for select using (${inTenant} and (${ownRow} or ${noPerson}))`,
    `create policy ${table}_insert on ${table} for insert with check ${own}`,
    `create policy ${table}_update on ${table} for update using ${own} with check ${own}`,
    `create policy ${table}_delete on ${table} for delete using ${own}`,
    `grant select, insert, update, delete on ${table} to ${runtimeRoles.app}`,
  ];
}
