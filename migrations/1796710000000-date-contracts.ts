import { insurerSide, inTenant, runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A contract's term and owner; when somebody has to look at its dates next, which the sweep reads; what its owner was
 * reminded of, once a stage; and the calendar addresses of people, of which only hashes are kept.
 */
export class DateContracts1796710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { identity, sweep } = runtimeRoles;
    const statements = [
      `alter table contract add owner_id uuid references person (id)`,
      `alter table contract_version add term jsonb`,

      `create table contract_agenda (
         tenant_id uuid not null references tenant (id),
         contract_id uuid not null,
         vendor_id uuid not null,
         next_at timestamptz,
         primary key (tenant_id, contract_id),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id)
       )`,
      `create index contract_agenda_due on contract_agenda (next_at)`,
      ...tenantTable('contract_agenda', { vendorColumn: 'vendor_id', grants: 'select, insert, update' }),
      ...insurerOnly('contract_agenda'),
      `create policy contract_agenda_sweep on contract_agenda for select to ${sweep} using (true)`,
      `grant select on contract_agenda to ${sweep}`,

      `create table contract_reminder (
         tenant_id uuid not null references tenant (id),
         contract_id uuid not null,
         vendor_id uuid not null,
         event_key text not null,
         event_date date not null,
         stage integer not null check (stage > 0),
         reminded_at timestamptz not null,
         primary key (tenant_id, contract_id, event_key, event_date, stage),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id)
       )`,
      ...tenantTable('contract_reminder', { vendorColumn: 'vendor_id', grants: 'select, insert' }),
      ...insurerOnly('contract_reminder'),

      `create table calendar_feed (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         person_id uuid not null references person (id),
         name text not null,
         token_hash bytea not null,
         created_at timestamptz not null,
         last_read_at timestamptz,
         revoked_at timestamptz,
         version integer not null,
         primary key (tenant_id, id)
       )`,
      `create unique index calendar_feed_token on calendar_feed (tenant_id, token_hash)`,
      `create index calendar_feed_person on calendar_feed (tenant_id, person_id)`,
      ...tenantTable('calendar_feed', { grants: 'select, insert, update' }),
      `create policy calendar_feed_present on calendar_feed for select to ${identity} using (${inTenant})`,
      `create policy calendar_feed_read_at on calendar_feed for update to ${identity} using (${inTenant})`,
      `grant select, update (last_read_at) on calendar_feed to ${identity}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping terms and owners loses data');
  }
}

function insurerOnly(table: string): string[] {
  const rule = `(${inTenant} and ${insurerSide})`;
  return [
    ...['read', 'insert', 'update', 'delete'].map((act) => `drop policy ${table}_${act} on ${table}`),
    `create policy ${table}_read on ${table} for select using ${rule}`,
    `create policy ${table}_insert on ${table} for insert with check ${rule}`,
    `create policy ${table}_update on ${table} for update using ${rule} with check ${rule}`,
  ];
}
