import { runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tenants, persons and who belongs where. `tenant`, `person` and what hangs on a person are reference tables (no
 * tenant owns a person: one person may serve several insurers); everything else belongs to one tenant.
 */
export class CreateTenancy1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `revoke all on schema public from public`,
      `grant usage on schema public to ${Object.values(runtimeRoles).join(', ')}`,

      // distributed databases forward only SET LOCAL, and only from inside the transaction (docs/operations.md)
      `create function enter_tenant(tenant uuid, vendor_scope text, person uuid) returns void language plpgsql as $$
       begin
         execute format('set local app.tenant_id = %L', tenant);
         execute format('set local app.vendor_scope = %L', vendor_scope);
         execute format('set local app.person_id = %L', coalesce(person::text, ''));
       end $$`,
      `revoke all on function enter_tenant(uuid, text, uuid) from public`,
      `grant execute on function enter_tenant(uuid, text, uuid) to ${Object.values(runtimeRoles).join(', ')}`,

      `create table tenant (
         id uuid primary key,
         slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
         name text not null,
         timezone text not null,
         colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
         created_at timestamptz not null
       )`,
      `grant select on tenant to ${runtimeRoles.app}, ${runtimeRoles.identity}, ${runtimeRoles.relay}, ${runtimeRoles.sweep}`,
      `grant insert on tenant to ${runtimeRoles.identity}`,

      `create table person (
         id uuid primary key,
         email text not null unique check (email = lower(email)),
         name text not null,
         locale text not null default 'en',
         created_at timestamptz not null,
         disabled_at timestamptz,
         version integer not null default 1
       )`,
      `grant select (id, email, name, locale, disabled_at) on person to ${runtimeRoles.app}`,
      `grant select, insert, update on person to ${runtimeRoles.identity}`,

      `create table person_credential (
         person_id uuid primary key references person (id),
         password_hash text,
         password_changed_at timestamptz,
         totp_secret_sealed bytea,
         totp_confirmed_at timestamptz,
         totp_last_step bigint
       )`,
      `grant select, insert, update on person_credential to ${runtimeRoles.identity}`,

      `create table session (
         id uuid primary key,
         token_hash bytea not null unique,
         person_id uuid not null references person (id),
         created_at timestamptz not null,
         last_seen_at timestamptz not null,
         expires_at timestamptz not null,
         mfa_at timestamptz,
         user_agent text not null default '',
         ended_at timestamptz,
         ended_reason text
       )`,
      `create index session_person on session (person_id) where ended_at is null`,
      `grant select, insert, update on session to ${runtimeRoles.identity}`,
      // a changed role and the end of that person's sessions are one transaction of the tenant
      `grant select (person_id, ended_at), update (ended_at, ended_reason) on session to ${runtimeRoles.app}`,

      `create table person_token (
         id uuid primary key,
         purpose text not null check (purpose in ('password-reset')),
         person_id uuid not null references person (id),
         token_hash bytea not null unique,
         created_at timestamptz not null,
         expires_at timestamptz not null,
         used_at timestamptz
       )`,
      `grant select, insert, update on person_token to ${runtimeRoles.identity}`,

      // bodies carry single-use links: sealed until sent, dropped afterwards
      `create table mail (
         id uuid primary key,
         recipient text not null,
         subject text not null,
         body_sealed bytea,
         created_at timestamptz not null,
         due_at timestamptz not null,
         attempts integer not null default 0,
         last_error text,
         sent_at timestamptz
       )`,
      `create index mail_due on mail (due_at) where sent_at is null`,
      `grant insert on mail to ${runtimeRoles.app}, ${runtimeRoles.identity}`,
      `grant select, update on mail to ${runtimeRoles.relay}`,

      `create table vendor (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         code text not null,
         name text not null,
         state text not null check (state in ('prospect', 'onboarding', 'active', 'suspended', 'offboarding', 'ended')),
         services text[] not null default '{}',
         criticality text not null check (criticality in ('low', 'medium', 'high')),
         phi_access boolean not null,
         timezone text not null,
         reports_for_others boolean not null default false,
         created_at timestamptz not null,
         updated_at timestamptz not null,
         version integer not null default 1,
         primary key (tenant_id, id),
         unique (tenant_id, code)
       )`,
      ...tenantTable('vendor', { vendorColumn: 'id', insurerWrites: true, grants: 'select, insert, update' }),

      // what a file calls a vendor, remembered once resolved
      `create table vendor_alias (
         tenant_id uuid not null references tenant (id),
         source_code text not null,
         vendor_id uuid not null,
         created_at timestamptz not null,
         primary key (tenant_id, source_code),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      ...tenantTable('vendor_alias', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, delete',
      }),

      `create table membership (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         person_id uuid not null references person (id),
         role text not null check (role in ('administrator', 'vendor_manager', 'security', 'compliance_auditor', 'executive',
                                            'vendor_administrator', 'vendor_contributor')),
         vendor_id uuid,
         created_at timestamptz not null,
         ended_at timestamptz,
         version integer not null default 1,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id),
         check ((role like 'vendor\\_a%' or role like 'vendor\\_c%') = (vendor_id is not null))
       )`,
      `create unique index membership_once on membership (tenant_id, person_id, vendor_id) nulls not distinct where ended_at is null`,
      `create index membership_person on membership (person_id) where ended_at is null`,
      `alter table membership enable row level security`,
      `alter table membership force row level security`,
      // a vendor's people see their own vendor's people; sign-in sees the memberships of the person at hand
      `create policy membership_read on membership for select to ${runtimeRoles.app} using (
         tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
         and (current_setting('app.vendor_scope', true) = '*'
              or vendor_id = any (nullif(nullif(current_setting('app.vendor_scope', true), ''), '*')::uuid[])))`,
      `create policy membership_insert on membership for insert to ${runtimeRoles.app} with check (
         tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
         and (current_setting('app.vendor_scope', true) = '*'
              or vendor_id = any (nullif(nullif(current_setting('app.vendor_scope', true), ''), '*')::uuid[])))`,
      `create policy membership_update on membership for update to ${runtimeRoles.app} using (
         tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
         and (current_setting('app.vendor_scope', true) = '*'
              or vendor_id = any (nullif(nullif(current_setting('app.vendor_scope', true), ''), '*')::uuid[])))`,
      `create policy membership_of_person on membership for select to ${runtimeRoles.identity} using (
         person_id = nullif(current_setting('app.person_id', true), '')::uuid
         or tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
      `grant select, insert, update on membership to ${runtimeRoles.app}`,
      `grant select on membership to ${runtimeRoles.identity}`,
      // sign-in shows the names of the vendors that the person itself belongs to
      `create policy vendor_of_person on vendor for select to ${runtimeRoles.identity} using (
         tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
      `grant select (tenant_id, id, name) on vendor to ${runtimeRoles.identity}`,

      `create table invitation (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         email text not null check (email = lower(email)),
         role text not null,
         vendor_id uuid,
         token_hash bytea not null,
         invited_by uuid not null,
         created_at timestamptz not null,
         expires_at timestamptz not null,
         accepted_at timestamptz,
         revoked_at timestamptz,
         version integer not null default 1,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      `create unique index invitation_token on invitation (tenant_id, token_hash)`,
      ...tenantTable('invitation', { vendorColumn: 'vendor_id', grants: 'select, insert, update' }),
      `create policy invitation_accept_read on invitation for select to ${runtimeRoles.identity} using (
         tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
      `grant select on invitation to ${runtimeRoles.identity}`,

      `create table api_key (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         name text not null,
         vendor_id uuid,
         key_hash bytea not null,
         hint text not null,
         scopes text[] not null,
         created_by uuid not null,
         created_at timestamptz not null,
         expires_at timestamptz not null,
         last_used_at timestamptz,
         revoked_at timestamptz,
         version integer not null default 1,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      `create unique index api_key_hash on api_key (tenant_id, key_hash)`,
      ...tenantTable('api_key', { vendorColumn: 'vendor_id', grants: 'select, insert, update' }),
      `create policy api_key_present on api_key for select to ${runtimeRoles.identity} using (
         tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
      `create policy api_key_used on api_key for update to ${runtimeRoles.identity} using (
         tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
      `grant select, update (last_used_at) on api_key to ${runtimeRoles.identity}`,

      `create table idempotency_key (
         tenant_id uuid not null references tenant (id),
         actor_id text not null,
         key text not null,
         request_hash bytea not null,
         created_at timestamptz not null,
         had_effects boolean not null default false,
         status integer,
         response_sealed bytea,
         primary key (tenant_id, actor_id, key)
       )`,
      ...tenantTable('idempotency_key'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping tenants loses data');
  }
}
