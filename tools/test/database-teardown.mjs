import { rm } from 'node:fs/promises';
import pg from 'pg';

export default async function tearDown() {
  const name = new URL(process.env.PLUMBLINE_TEST_OWNER_URL ?? '').pathname.slice(1);
  const client = new pg.Client({ connectionString: process.env.PLUMBLINE_TEST_SERVER_URL });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
  await rm(`.plumbline/cache/migrate-${process.pid}.mjs`, { force: true });
}
