import { seedMetricLibrary } from '@plumbline/measurements/server';
import { databaseUrlsFromEnvironment, Door, makeDataSource, newId } from '@plumbline/platform/database';
import { newToken } from '@plumbline/platform/identity';
import { type Permission, SystemClock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import pg from 'pg';

/** What the machine that plays the vendor and the vendor manager may do. */
const scopes: readonly Permission[] = [
  'vendor.write',
  'contract.read',
  'contract.write',
  'metric.read',
  'kpi-file.read',
  'kpi-file.upload',
];

/** A tenant with the metric library and an API key, made past the API; all else goes through it. */
export async function makeBenchTenant(slug: string): Promise<{ tenant: Tenant; apiKey: string }> {
  const clock = new SystemClock();
  const tenant: Tenant = {
    id: newId(),
    slug,
    name: 'Bench Health Plan',
    timezone: 'America/New_York',
    colour: '#0f766e',
  };
  const owner = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await owner.connect();
  await owner.query(
    'insert into tenant (id, slug, name, timezone, colour, created_at) values ($1, $2, $3, $4, $5, $6)',
    [tenant.id, tenant.slug, tenant.name, tenant.timezone, tenant.colour, clock.date()],
  );
  await owner.end();
  const { token, hash } = newToken('plk_');
  const options = { urls: databaseUrlsFromEnvironment(), entities: [] };
  const door = new Door(await makeDataSource(options).initialize(), options);
  await door.withTenant(workerActor(tenant, 'bench'), async (tx) => {
    await seedMetricLibrary(tx, clock.date());
    await tx.query(
      `insert into api_key (tenant_id, id, name, key_hash, hint, scopes, created_by, created_at, expires_at)
       values ($1, $2, 'bench', $3, 'bench', $4, $2, $5, $6)`,
      [tenant.id, newId(), hash, scopes, clock.date(), new Date(clock.date().getTime() + 86_400_000)],
    );
  });
  await door.onApplicationShutdown();
  return { tenant, apiKey: token };
}
