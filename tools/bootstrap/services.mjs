/**
 * PostgreSQL and Redis for a run: the ones that DATABASE_URL and REDIS_URL name, else local ones that are
 * started, shared between runs and stopped by the last.
 */
import { rmSync } from 'node:fs';
import { checkDatabase } from './check-database.mjs';
import { checkRedis } from './check-redis.mjs';
import { alone, dropBackgroundLease, leasesInForce, takeBackgroundLease, takeLease } from './leases.mjs';
import { statePaths } from './paths.mjs';
import { ensurePostgres, stopPostgres } from './postgres.mjs';
import { ensureRedis, stopRedis } from './redis.mjs';
import { writeSettings } from './settings-file.mjs';

/**
 * @typedef {object} Service
 * @property {string} url the owner's of database `postgres`, or of Redis database 0; as given when it was given
 * @property {boolean} isGiven whether it came from the environment and is not ours to change at will
 * @property {string} from for the report
 * @property {string} [warning]
 */

/**
 * @typedef {object} Services
 * @property {Service} postgres
 * @property {Service} redis
 * @property {() => Promise<void>} release gives them back; the last one out stops the local ones
 */

/**
 * @param {string} name which command needs them
 * @param {{createDatabases?: boolean}} [needs] rights beyond the usual that a given database must grant
 * @returns {Promise<Services>}
 */
export async function obtainServices(name, needs = {}) {
  const { DATABASE_URL: givenDatabase, REDIS_URL: givenRedis } = process.env;
  if (givenDatabase !== undefined) await checkDatabase(givenDatabase, 'DATABASE_URL', needs);
  const warning = givenRedis === undefined ? undefined : await checkRedis(givenRedis);
  const giveBack = takeLease(name);
  const release = async () => {
    giveBack();
    await stopWhenUnused();
  };
  try {
    return await alone(async () => {
      const postgres = givenDatabase === undefined ? await ensurePostgres() : undefined;
      const redis = givenRedis === undefined ? await ensureRedis() : undefined;
      if (postgres !== undefined || redis !== undefined) remember(postgres, redis);
      return {
        postgres: {
          url: postgres?.url ?? givenDatabase ?? '',
          isGiven: postgres === undefined,
          from: postgres === undefined ? 'DATABASE_URL' : postgres.started ? 'embedded' : 'already running',
        },
        redis: {
          url: redis?.url ?? givenRedis ?? '',
          isGiven: redis === undefined,
          from: redis?.from ?? 'REDIS_URL',
          ...(warning === undefined ? {} : { warning }),
        },
        release,
      };
    });
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * Has them given back when all is stopped, also when they come up only after that has begun.
 * @param {import('./undo-stack.mjs').UndoStack} undo
 * @param {Promise<Services>} obtained
 * @returns {Promise<Services>} the same
 */
export function releasedBy(undo, obtained) {
  undo.push(async () => {
    const services = await obtained.catch(() => undefined); // Why they did not come up is told by who waits for them.
    await services?.release();
  });
  return obtained;
}

/** Starts them to stay: for daily work on specs, where starting them each time would cost a second. */
export async function startInBackground() {
  takeBackgroundLease();
  try {
    return await alone(async () => remember(await ensurePostgres(), await ensureRedis()));
  } catch (error) {
    dropBackgroundLease();
    throw error;
  }
}

/** @returns {Promise<string[]>} names of the runs that still need them */
export async function stopBackground() {
  dropBackgroundLease();
  return stopWhenUnused();
}

/**
 * Stops the local services unless somebody holds a lease; also those that a killed run left behind.
 * @returns {Promise<string[]>} names of the runs that need them
 */
export async function stopWhenUnused() {
  return alone(async () => {
    const users = leasesInForce().map((lease) => lease.name);
    if (users.length > 0) return users;
    await Promise.all([stopPostgres(), stopRedis()]);
    rmSync(statePaths.services, { force: true });
    return [];
  });
}

/**
 * Leaves the addresses in .plumbline/services.json, where database specs find them.
 * @param {import('./postgres.mjs').Engine | undefined} postgres
 * @param {{pid: number, url: string} | undefined} redis
 */
function remember(postgres, redis) {
  const services = {
    databaseUrl: postgres?.url,
    redisUrl: redis?.url,
    pids: { postgres: postgres?.pid, redis: redis?.pid },
  };
  writeSettings(statePaths.services, services);
  return services;
}
