/**
 * Brings a copy of the product up: database and Redis, tables, demo tenants, API and worker. The same for
 * `npm start` and for the browser tests; they differ in their profile (profile.mjs).
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { claimThrowAway } from './check-redis.mjs';
import { endLeftOver, startChild } from './children.mjs';
import { lastLines, run } from './commands.mjs';
import { ensureDatabase } from './databases.mjs';
import { dist, root } from './paths.mjs';
import { demo, processes } from './processes.mjs';
import { environments, foldersOf } from './profile.mjs';
import { Refusal } from './refusal.mjs';
import { step } from './report.mjs';

const readyWithinMs = 90_000;

/**
 * @typedef {import('./profile.mjs').Profile} Profile
 * @typedef {import('./services.mjs').Services} Services
 * @typedef {import('./children.mjs').Child} Child
 * @typedef {import('./undo-stack.mjs').UndoStack} UndoStack
 */

/**
 * The environments of a profile's processes over given services, with its database made.
 * @param {Profile} profile
 * @param {Services} services
 * @param {number} port
 */
export async function prepareProfile(profile, services, port) {
  await endLeftOver(profile.folder);
  const [databaseUrl, redisUrl] = await Promise.all([
    databaseOf(profile, services),
    redisOf(profile, services),
  ]);
  return environments(profile, { databaseUrl, redisUrl }, port);
}

/**
 * @param {Profile} profile
 * @param {Services} services
 */
async function databaseOf(profile, { postgres }) {
  const { demoBegun, files } = foldersOf(profile);
  const isHalfMade = existsSync(demoBegun);
  if (isHalfMade && postgres.isGiven && !profile.isThrowAway) {
    throw new Refusal(
      `Making the demo tenants was cut short and left the database of DATABASE_URL half filled: empty it, remove ${demoBegun}, and start again.`,
    );
  }
  if (!postgres.isGiven) {
    // Nothing of anybody's is lost: the product serves only after the demo tenants are made.
    if (isHalfMade) rmSync(files, { recursive: true, force: true });
    const afresh = profile.isThrowAway || isHalfMade;
    const url = await ensureDatabase(postgres.url, profile.database, { afresh });
    rmSync(demoBegun, { force: true });
    return url;
  }
  if (!profile.isThrowAway) return postgres.url;
  const suffix = profile.database.split('_').at(-1);
  return ensureDatabase(postgres.url, `${new URL(postgres.url).pathname.slice(1)}_${suffix}`, {
    afresh: true,
  });
}

/**
 * @param {Profile} profile
 * @param {Services} services
 */
async function redisOf(profile, { redis }) {
  const given = Number(new URL(redis.url).pathname.slice(1));
  if (profile.isThrowAway) return claimThrowAway(redis.url, given + profile.redisDatabase);
  return redis.url;
}

/**
 * @param {NodeJS.ProcessEnv} env the owner's
 * @returns {Promise<string>} what was done
 */
export async function migrate(env) {
  const output = await runProgram(processes.migrate, env, 'The migration');
  const count = output.split('\n').filter((line) => line.startsWith('migrated ')).length;
  return count === 0 ? 'up to date' : `${count} migrations`;
}

/**
 * Makes the demo tenants, where the program for it was built.
 * @param {Profile} profile
 * @param {NodeJS.ProcessEnv} env the owner's
 * @returns {Promise<string>} its last line
 */
export async function makeDemo(profile, env) {
  if (!existsSync(join(dist, 'tools', 'demo.mjs'))) return 'none';
  const { demoBegun, demoAccounts } = foldersOf(profile);
  if (!existsSync(demoAccounts)) writeFileSync(demoBegun, '');
  const said = lastLines(await runProgram(demo, env, 'Making the demo tenants'), 1);
  rmSync(demoBegun, { force: true });
  return said;
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} what
 */
async function runProgram(args, env, what) {
  const { status, output } = await run(process.execPath, args, { cwd: root, env });
  if (status === 0) return output;
  throw new Refusal(`${what} failed:\n${lastLines(output, 20)}`);
}

/**
 * Starts API and worker and waits until both serve.
 * @param {Profile} profile
 * @param {NodeJS.ProcessEnv} env
 * @param {number} port
 * @param {UndoStack} undo
 * @returns {Promise<Child[]>}
 */
export async function serve(profile, env, port, undo) {
  const children = ['api', 'worker'].map((name) => startProcess(profile, name, env));
  const failed = Promise.race(children.map(failure));
  undo.push(async () => void (await Promise.all(children.map((child) => child.stop()))));
  await Promise.race([allReady(children, port), failed]);
  return children;
}

/**
 * @param {Profile} profile
 * @param {string} name of processes.mjs
 * @param {NodeJS.ProcessEnv} env
 */
export function startProcess(profile, name, env) {
  const args = /** @type {Record<string, string[]>} */ (processes)[name];
  if (args === undefined) throw new Error(`There is no process called ${name}.`);
  return startChild({ name, args, env, folder: profile.folder });
}

/**
 * @param {Child} child
 * @returns {Promise<never>} rejects when the process ends
 */
export async function failure(child) {
  const reason = await child.ended;
  throw new Refusal(
    `The ${child.name} process ended (${reason}). Its last lines (${child.logFile}):\n${child.lastLog()}`,
  );
}

/**
 * @param {Child[]} children
 * @param {number} port
 */
async function allReady(children, port) {
  const until = Date.now() + readyWithinMs;
  for (;;) {
    const answers = await Promise.all(
      children.map((child) => (child.name === 'api' ? apiAnswers(port) : saysReady(child))),
    );
    if (answers.every((answer) => answer === 'ready')) return;
    if (Date.now() > until) {
      const waiting = children.map((child, index) => `${child.name}: ${answers[index]}\n${child.lastLog()}`);
      throw new Refusal(`Not ready after ${readyWithinMs / 1000} s.\n${waiting.join('\n')}`);
    }
    await pause(100);
  }
}

/** @param {number} port */
async function apiAnswers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(5_000),
    });
    return response.ok ? 'ready' : `/health/ready answers ${response.status}: ${await response.text()}`;
  } catch (error) {
    return `no answer (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** @param {Child} child */
async function saysReady(child) {
  return /"msg":"ready"/.test(readFileSync(child.logFile, 'utf8')) ? 'ready' : 'not ready yet';
}

/**
 * Everything from the tables to the running processes, step by step in the terminal.
 * @param {Profile} profile
 * @param {Services} services
 * @param {number} port
 * @param {Promise<unknown>} client being built, and needed by the API only
 * @param {UndoStack} undo
 */
export async function bringUp(profile, services, port, client, undo) {
  const env = await prepareProfile(profile, services, port);
  await Promise.all([fill(profile, env), client]);
  const children = await step(
    'API and worker',
    () => serve(profile, env.running, port, undo),
    () => `http://localhost:${port}`,
  );
  return { env, children };
}

/**
 * @param {Profile} profile
 * @param {ReturnType<typeof environments>} env
 */
async function fill(profile, env) {
  await step(
    'tables',
    () => migrate(env.owner),
    (done) => done,
  );
  if (env.running['NODE_ENV'] === 'production') return;
  await step(
    'demo tenants',
    () => makeDemo(profile, env.owner),
    (done) => done,
  );
}
