import pg from 'pg';
import { migrate, type MigrationClass } from '../database/migrate';
import { ownerDatabaseUrl } from './test-database';

/**
 * A database of a spec's own: a real worker in a spec sweeps every tenant there is, also those of the specs beside it. What
 * is opened from here on opens this one; the answer drops it.
 */
export async function ownDatabase(
  name: string,
  migrations: readonly MigrationClass[],
): Promise<() => Promise<void>> {
  const shared = ownerDatabaseUrl();
  const own = new URL(shared);
  own.pathname = `${own.pathname}_${name}_${process.pid}`;
  const database = own.pathname.slice(1);
  await onServer(`create database ${database}`);
  await migrate(own.href, migrations);
  process.env['PLUMBLINE_TEST_OWNER_URL'] = own.href;
  return async () => {
    process.env['PLUMBLINE_TEST_OWNER_URL'] = shared;
    await drop(database);
  };
}

/**
 * Forced, so that a forgotten connection does not keep it. An autovacuum worker, though, is a superuser's: only the plain
 * command may send it away (and waits until it is gone).
 */
async function drop(database: string): Promise<void> {
  try {
    await onServer(`drop database ${database} with (force)`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '42501')) throw error;
    await onServer(`drop database ${database}`);
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['PLUMBLINE_TEST_SERVER_URL'] });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
