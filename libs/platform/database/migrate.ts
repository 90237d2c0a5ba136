import { createHmac } from 'node:crypto';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { runtimeRoles } from './roles';

export type MigrationClass = new () => MigrationInterface;

/**
 * The password of a run-time role follows from the owner's: every installation that holds the same owner URL
 * derives the same logins, and no second secret has to travel.
 */
export function rolePassword(ownerUrl: string, role: string): string {
  const key = decodeURIComponent(new URL(ownerUrl).password) || 'plumbline';
  return createHmac('sha256', key).update(role).digest('hex');
}

/** Makes the run-time roles (owner of nothing, bypassing nothing) and runs what is pending, each migration in its own transaction. */
export async function migrate(ownerUrl: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  await makeRoles(ownerUrl);
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    installExtensions: false,
  });
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

async function makeRoles(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const role of Object.values(runtimeRoles)) await makeRole(client, role, rolePassword(ownerUrl, role));
  } finally {
    await client.end();
  }
}

/**
 * Roles are the server's and not the database's, so that no advisory lock reaches whoever migrates another database beside
 * this one: whoever was overtaken does it once more.
 */
async function makeRole(client: pg.Client, role: string, password: string): Promise<void> {
  const name = client.escapeIdentifier(role);
  for (;;) {
    try {
      const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      const attributes = 'login nosuperuser nocreatedb nocreaterole nobypassrls';
      if (found.rowCount === 0) await client.query(`create role ${name} ${attributes}`);
      await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
      return;
    } catch (error) {
      if (!wasOvertaken(error)) throw error;
    }
  }
}

/** Somebody made the role first (42710, and 23505 in the very moment), or wrote its row first (no code of its own). */
function wasOvertaken(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return ['42710', '23505'].includes(error.code ?? '') || error.message === 'tuple concurrently updated';
}
