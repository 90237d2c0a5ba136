import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { ensureDatabase } from '../bootstrap/databases.mjs';

const run = promisify(execFile);

/** Jest global set-up of the `db` project: a fresh database, migrated as the owner; specs then act as the run-time roles. */
export default async function setUp() {
  const server = process.env.TEST_DATABASE_URL ?? (await fromLocalServices());
  const url = await ensureDatabase(server, `plumbline_test_${process.pid}`, { afresh: true });
  const outfile = `.plumbline/cache/migrate-${process.pid}.mjs`;
  await build({
    entryPoints: ['apps/api/src/migrate.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    packages: 'external',
    tsconfig: 'tsconfig.base.json',
    alias: { '@plumbline': './libs' },
    logLevel: 'error',
  });
  await run(process.execPath, [outfile], { env: { ...process.env, DATABASE_URL: url } });
  process.env.PLUMBLINE_TEST_OWNER_URL = url;
  process.env.PLUMBLINE_TEST_SERVER_URL = server;
}

async function fromLocalServices() {
  try {
    return JSON.parse(await readFile('.plumbline/services.json', 'utf8')).databaseUrl;
  } catch {
    throw new Error(
      'database specs need PostgreSQL: run `npm test`, or `node tools/dev-services.mjs` first, or set TEST_DATABASE_URL',
    );
  }
}
