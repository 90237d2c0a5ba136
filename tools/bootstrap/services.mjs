/**
 * PostgreSQL and Redis for a run: the ones that DATABASE_URL and REDIS_URL name, else local ones that are
 * started, shared between runs and stopped by the last.
 */
import { rmSync } from 'node:fs';
import { statePaths } from './paths.mjs';
import { alone, dropBackgroundLease, leasesInForce, takeBackgroundLease, takeLease } from './leases.mjs';
import { ensurePostgres, stopPostgres } from './postgres.mjs';
import { ensureRedis, stopRedis } from './redis.mjs';
import { writeSettings } from './settings-file.mjs';

/**
 * @typedef {object} Services
 * @property {string} databaseUrl the owner's
 * @property {string} redisUrl
 * @property {string} databaseFrom for the report
 * @property {string} redisFrom for the report
 * @property {() => Promise<void>} release gives them back; the last one out stops the local ones
 */

/**
 * @param {string} name which command needs them
 * @param {string} database name of the local database
 * @param {number} [redisDatabase] number of the local Redis database
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<Services>}
 */
export async function obtainServices(name, database, redisDatabase = 0, environment = process.env) {
  const { DATABASE_URL: givenDatabase, REDIS_URL: givenRedis } = environment;
  const giveBack = takeLease(name);
  try {
    return await alone(async () => {
      const postgres = givenDatabase === undefined ? await ensurePostgres() : undefined;
      const redis = givenRedis === undefined ? await ensureRedis() : undefined;
      if (postgres !== undefined || redis !== undefined) remember(postgres, redis);
      return {
        databaseUrl: postgres?.ownerUrl(database) ?? givenDatabase ?? '',
        redisUrl: redis?.url.replace(/0$/, String(redisDatabase)) ?? givenRedis ?? '',
        databaseFrom: describe('embedded PostgreSQL', postgres, 'DATABASE_URL'),
        redisFrom: redis?.from ?? 'REDIS_URL',
        release: async () => {
          giveBack();
          await stopWhenUnused();
        },
      };
    });
  } catch (error) {
    giveBack();
    await stopWhenUnused();
    throw error;
  }
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

async function stopWhenUnused() {
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
    databaseUrl: postgres?.ownerUrl('postgres'),
    redisUrl: redis?.url,
    pids: { postgres: postgres?.pid, redis: redis?.pid },
  };
  writeSettings(statePaths.services, services);
  return services;
}

/**
 * @param {string} name
 * @param {{started: boolean} | undefined} engine
 * @param {string} variable
 */
function describe(name, engine, variable) {
  if (engine === undefined) return variable;
  return engine.started ? name : `${name}, already running`;
}
