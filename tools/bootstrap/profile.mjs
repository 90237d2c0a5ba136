/**
 * A running copy of the product: which database, Redis database, folders and port it has. `npm start` and the
 * browser tests run the same product under two profiles, side by side. Builtins only.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dist, state } from './paths.mjs';
import { roleUrls } from './role-urls.mjs';

/**
 * @typedef {object} Profile
 * @property {string} name
 * @property {string} database name of the local database
 * @property {number} redisDatabase number of the local Redis database
 * @property {string} folder where its files, mails, secret and accounts are
 * @property {boolean} isThrowAway made afresh by each run
 * @property {NodeJS.ProcessEnv} [environment] what its processes get besides
 */

/** @type {Profile} */
export const local = {
  name: 'start',
  database: 'plumbline',
  redisDatabase: 0,
  folder: state,
  isThrowAway: false,
};

/** @type {Profile} */
export const browserTests = {
  name: 'test',
  database: 'plumbline_e2e',
  redisDatabase: 1,
  folder: join(state, 'e2e'),
  isThrowAway: true,
  // an empty insurer of its own for the journeys that load files
  environment: { PLUMBLINE_DEMO_TRIAL: '1' },
};

/** @type {Profile} */
export const bench = {
  name: 'bench',
  database: 'plumbline_bench',
  redisDatabase: 2,
  folder: join(state, 'bench'),
  isThrowAway: true,
};

/** @param {Profile} profile */
export function foldersOf({ folder }) {
  return {
    files: join(folder, 'files'),
    mail: join(folder, 'mail'),
    checkpoints: join(folder, 'checkpoints'),
    secret: join(folder, 'secret'),
    demoAccounts: join(folder, 'demo-accounts.json'),
    /** There while the demo tenants are being made: what it leaves when that was cut short. */
    demoBegun: join(folder, 'demo-begun'),
  };
}

/**
 * What the owner's processes get (migration, demo data) and, without DATABASE_URL, what all others get.
 * @param {Profile} profile
 * @param {{databaseUrl: string, redisUrl: string}} services
 * @param {number} port
 * @param {NodeJS.ProcessEnv} [environment] what was set outside and goes before
 * @returns {{owner: NodeJS.ProcessEnv, running: NodeJS.ProcessEnv}}
 */
export function environments(profile, services, port, environment = process.env) {
  const folders = foldersOf(profile);
  for (const folder of [folders.files, folders.mail]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { DATABASE_URL: _, ...rest } = environment;
  const own = {
    NODE_ENV: 'development',
    PLUMBLINE_FILES: folders.files,
    PLUMBLINE_MAIL: folders.mail,
    PLUMBLINE_CHECKPOINTS: folders.checkpoints,
    PUBLIC_URL: `http://localhost:${port}`,
    WEB_ROOT: join(dist, 'apps', 'web', 'browser'),
  };
  // What the caller has set goes before; a throw-away copy must not touch the caller's files or send real mail.
  const settled = profile.isThrowAway ? { ...rest, ...own, SMTP_URL: '' } : { ...own, ...rest };
  const running = {
    ...settled,
    PLUMBLINE_SECRET:
      (profile.isThrowAway ? undefined : rest['PLUMBLINE_SECRET']) ?? secretIn(folders.secret),
    ...profile.environment,
    ...roleUrls(services.databaseUrl),
    REDIS_URL: services.redisUrl,
    PORT: String(port),
    PLUMBLINE_DEMO_ACCOUNTS: folders.demoAccounts,
  };
  return { running, owner: { ...running, DATABASE_URL: services.databaseUrl } };
}

/**
 * The installation's secret for local use, made once: sessions and stored files stay readable after a restart.
 * @param {string} file
 * @returns {string} 32 random bytes in hex
 */
function secretIn(file) {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}
