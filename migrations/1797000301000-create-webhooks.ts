import { insurerSide, inTenant, runtimeRoles } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where the insurer's own systems and chats are told. Secrets, and the addresses of chats, are sealed; a secret that was
 * replaced signs until an instant. A delivery that is being sent is claimed until another, so that a death frees it.
 */
export class CreateWebhooks1797000301000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { app, sweep } = runtimeRoles;
    const statements = [
      `create table webhook (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         name text not null,
         format text not null check (format in ('standard', 'slack', 'teams')),
         host text not null,
         url text,
         url_sealed bytea,
         language text not null,
         kinds text[] not null,
         enabled boolean not null,
         created_by uuid not null,
         created_at timestamptz not null,
         removed_at timestamptz,
         version integer not null default 1,
         primary key (tenant_id, id),
         check ((format = 'standard') = (url is not null)),
         check ((url is null) = (url_sealed is not null))
       )`,
      ...insurers('webhook'),
      `grant select, insert, update on webhook to ${app}`,

      `create table webhook_secret (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         webhook_id uuid not null,
         secret_sealed bytea not null,
         hint text not null,
         created_at timestamptz not null,
         until timestamptz,
         primary key (tenant_id, id),
         foreign key (tenant_id, webhook_id) references webhook (tenant_id, id)
       )`,
      `create index webhook_secret_of on webhook_secret (tenant_id, webhook_id)`,
      ...insurers('webhook_secret'),
      `grant select, insert, update (until) on webhook_secret to ${app}`,

      `alter table notification_delivery
         add round integer not null default 0,
         add claimed_until timestamptz,
         add foreign key (tenant_id, endpoint_id) references webhook (tenant_id, id)`,
      `create index notification_delivery_endpoint on notification_delivery (tenant_id, endpoint_id, id desc) where endpoint_id is not null`,
      `grant select (claimed_until) on notification_delivery to ${sweep}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping secrets silences receivers');
  }
}

/** The insurer's own: a partner neither reads nor writes them. */
function insurers(table: string): string[] {
  const rule = `(${inTenant} and ${insurerSide})`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_read on ${table} for select using ${rule}`,
    `create policy ${table}_insert on ${table} for insert with check ${rule}`,
    `create policy ${table}_update on ${table} for update using ${rule} with check ${rule}`,
  ];
}
