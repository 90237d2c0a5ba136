/**
 * A Redis of our own: append-only file on, nothing evicted, this machine only, behind a password, in
 * .plumbline/redis. Runs in the background like PostgreSQL (postgres.mjs).
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLines, run } from './commands.mjs';
import { engineHome } from './engine-home.mjs';
import { freePort } from './free-port.mjs';
import { prepareState, statePaths } from './paths.mjs';
import { endOf } from './process-table.mjs';
import { probeRedis } from './redis-probe.mjs';
import { findRedisServer } from './redis-server.mjs';
import { Refusal } from './refusal.mjs';
import { asUser, privateFolder, serviceUser } from './service-user.mjs';
import { readSettings, writeSettings } from './settings-file.mjs';

const image = 'valkey/valkey:9';

/**
 * @typedef {object} RedisSettings
 * @property {number} port
 * @property {string} password
 * @property {string} [container] name of the container when it runs in Docker
 */

/**
 * Starts Redis unless it runs.
 * @returns {Promise<{pid: number, url: string, started: boolean, from: string}>} url of database 0
 */
export async function ensureRedis() {
  prepareState();
  const remembered = /** @type {RedisSettings | undefined} */ (readSettings(statePaths.redisSettings));
  if (remembered !== undefined) {
    const pid = await pidOf(remembered);
    if (pid !== undefined) return { pid, url: urlOf(remembered), started: false, from: 'already running' };
  }
  const server = await findRedisServer();
  const user = serviceUser();
  privateFolder(redisFolder(), user);
  const { container: _, ...known } = remembered ?? {
    port: undefined,
    password: randomBytes(24).toString('hex'),
  };
  /** @type {RedisSettings} */
  const current = { ...known, port: await freePort(known.port) };
  if (server === 'docker') {
    current.container = `plumbline-redis-${current.port}`;
    await launchContainer(current, current.container);
  } else {
    launchProcess(server, current, user);
  }
  writeSettings(statePaths.redisSettings, current);
  const until = Date.now() + 30_000;
  for (;;) {
    const pid = await pidOf(current);
    if (pid !== undefined) {
      return { pid, url: urlOf(current), started: true, from: server === 'docker' ? 'Docker' : server.from };
    }
    if (Date.now() > until) {
      const log = readFileSync(join(statePaths.logs, 'redis.log'), 'utf8');
      throw new Refusal(`Redis did not start (.plumbline/logs/redis.log): ${lastLines(log)}`);
    }
    await pause(25);
  }
}

/** Stops it when it runs; what it holds is in its append-only file. */
export async function stopRedis() {
  const remembered = /** @type {RedisSettings | undefined} */ (readSettings(statePaths.redisSettings));
  if (remembered === undefined) return;
  if (remembered.container !== undefined) {
    await run('docker', ['stop', remembered.container], { detached: true });
    return;
  }
  const pid = await pidOf(remembered);
  if (pid === undefined) return;
  process.kill(pid, 'SIGTERM');
  if (!(await endOf(pid, 20_000))) process.kill(pid, 'SIGKILL');
}

export function redisFolder() {
  return join(engineHome().folder, 'redis');
}

/**
 * The server's process, found by asking: a port that somebody else took since does not know our password.
 * @param {RedisSettings} settings
 */
async function pidOf(settings) {
  try {
    return (await probeRedis(urlOf(settings), 2_000)).pid;
  } catch {
    return undefined;
  }
}

/** @param {RedisSettings} settings */
function urlOf({ port, password }) {
  return `redis://:${password}@127.0.0.1:${port}/0`;
}

/**
 * @param {import('./redis-server.mjs').RedisServer} server
 * @param {RedisSettings} settings
 * @param {import('./service-user.mjs').ServiceUser | undefined} user
 */
function launchProcess(server, settings, user) {
  const file = join(redisFolder(), 'redis.conf');
  writeFileSync(file, configuration(settings, redisFolder(), '127.0.0.1'), { mode: 0o600 });
  if (user !== undefined) chownSync(file, user.uid, user.gid);
  const log = openSync(join(statePaths.logs, 'redis.log'), 'w');
  const libraries = [...server.libraries, process.env['LD_LIBRARY_PATH'] ?? '']
    .filter((at) => at !== '')
    .join(':');
  const child = spawn(server.file, [file], {
    cwd: redisFolder(),
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...(libraries === '' ? {} : { LD_LIBRARY_PATH: libraries }) },
    ...asUser(user),
  });
  closeSync(log);
  child.once('error', (error) => writeFileSync(join(statePaths.logs, 'redis.log'), `${error.message}\n`));
  child.unref();
}

/**
 * @param {RedisSettings} settings
 * @param {string} name
 */
async function launchContainer(settings, name) {
  const file = join(redisFolder(), 'redis.conf');
  writeFileSync(file, configuration({ ...settings, port: 6379 }, '/data', '0.0.0.0'), { mode: 0o644 });
  const outcome = await run('docker', [
    ...['run', '--detach', '--rm', '--name', name],
    ...['--publish', `127.0.0.1:${settings.port}:6379`, '--volume', `${redisFolder()}:/data`],
    ...[image, 'valkey-server', '/data/redis.conf'],
  ]);
  writeFileSync(join(statePaths.logs, 'redis.log'), outcome.output);
  if (outcome.status !== 0) throw new Refusal(`Redis did not start in Docker: ${lastLines(outcome.output)}`);
}

/**
 * @param {RedisSettings} settings
 * @param {string} folder
 * @param {string} address
 * @returns {string} redis.conf
 */
export function configuration({ port, password }, folder, address) {
  return [
    `port ${port}`,
    `bind ${address}`,
    `dir "${folder}"`,
    `requirepass ${password}`,
    'appendonly yes',
    'maxmemory-policy noeviction',
    'daemonize no',
    '',
  ].join('\n');
}
