import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../database/database.module';
import { Door } from '../database/door';
import { newId } from '../database/ids';
import { rolePassword } from '../database/migrate';
import type { DatabaseOptions } from '../database/options';
import { runtimeRoles, type RuntimeRole } from '../database/roles';
import { type Actor, permissionsOfRole, type Role, sideOfRole, type Tenant } from '../tenancy';

/** Database specs act under the run-time roles, each spec in tenants of its own: nothing is cleaned, nothing collides. */
export interface TestDatabase {
  readonly door: Door;
  readonly dataSource: DataSource;
  readonly options: DatabaseOptions;
  /** The owner, for what a test must arrange or look at from outside; forced row level security holds for it too. */
  readonly owner: pg.Pool;
  tenant(timezone?: string): Promise<Tenant>;
  vendor(tenant: Tenant, code?: string): Promise<{ id: string; code: string }>;
  person(name?: string): Promise<{ id: string; email: string; name: string }>;
  close(): Promise<void>;
}

export function testDatabaseUrls(): Required<DatabaseOptions['urls']> {
  const ownerUrl = ownerDatabaseUrl();
  const url = (role: RuntimeRole): string => {
    const address = new URL(ownerUrl);
    address.username = runtimeRoles[role];
    address.password = rolePassword(ownerUrl, runtimeRoles[role]);
    return address.href;
  };
  return {
    app: url('app'),
    identity: url('identity'),
    relay: url('relay'),
    sweep: url('sweep'),
    loader: url('loader'),
  };
}

export function ownerDatabaseUrl(): string {
  const url = process.env['PLUMBLINE_TEST_OWNER_URL'];
  if (!url) throw new Error('database specs run in the jest project "db" (`npm test -- --only db`)');
  return url;
}

export async function openTestDatabase(entities: DatabaseOptions['entities'] = []): Promise<TestDatabase> {
  const options: DatabaseOptions = { urls: testDatabaseUrls(), entities };
  const dataSource = await makeDataSource(options).initialize();
  const door = new Door(dataSource, options);
  const owner = new pg.Pool({ connectionString: ownerDatabaseUrl(), max: 4 });

  return {
    door,
    dataSource,
    options,
    owner,
    async tenant(timezone = 'America/New_York') {
      const id = newId();
      const slug = `t-${randomBytes(6).toString('hex')}`;
      await owner.query(
        'insert into tenant (id, slug, name, timezone, colour, created_at) values ($1, $2, $3, $4, $5, $6)',
        [id, slug, `Insurer ${slug}`, timezone, '#0f766e', '2026-01-01T00:00:00Z'],
      );
      return { id, slug, name: `Insurer ${slug}`, timezone, colour: '#0f766e' };
    },
    async vendor(tenant, code = `V-${randomBytes(4).toString('hex')}`) {
      const id = newId();
      await door.withTenant(actorIn(tenant, 'vendor_manager'), (tx) =>
        tx.query(
          `insert into vendor (tenant_id, id, code, name, state, criticality, phi_access, timezone, created_at, updated_at)
           values ($1, $2, $3, $4, 'active', 'high', true, $5, $6, $6)`,
          [tenant.id, id, code, `Vendor ${code}`, tenant.timezone, '2026-01-01T00:00:00Z'],
        ),
      );
      return { id, code };
    },
    async person(name = 'Test Person') {
      const id = newId();
      const email = `${randomBytes(6).toString('hex')}@example.test`;
      await owner.query('insert into person (id, email, name, created_at) values ($1, $2, $3, $4)', [
        id,
        email,
        name,
        '2026-01-01T00:00:00Z',
      ]);
      return { id, email, name };
    },
    async close() {
      await owner.end();
      await door.onApplicationShutdown();
    },
  };
}

/** An actor of a role, as a session would make it. */
export function actorIn(
  tenant: Tenant,
  role: Role,
  vendorIds: readonly string[] = [],
  personId: string = newId(),
): Actor {
  return {
    kind: 'person',
    id: personId,
    name: `Test ${role}`,
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    timezone: tenant.timezone,
    side: sideOfRole(role),
    role,
    vendorScope: sideOfRole(role) === 'insurer' ? '*' : vendorIds,
    permissions: new Set(permissionsOfRole[role]),
  };
}
