/**
 * Gives a measurement what it measures: the built product with a database of its own.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { bundle } from './bundle.mjs';
import { endCommandsOf, tracked } from './commands.mjs';
import { dropDatabase } from './databases.mjs';
import { freePort } from './free-port.mjs';
import { onInterrupt } from './interrupt.mjs';
import { leasesInForce } from './leases.mjs';
import { dist, prepareState, root } from './paths.mjs';
import { migrate, prepareProfile, serve } from './product.mjs';
import { bench as profile } from './profile.mjs';
import { Refusal } from './refusal.mjs';
import { step } from './report.mjs';
import { obtainServices, releasedBy } from './services.mjs';
import { undoStack } from './undo-stack.mjs';

const sources = join(root, 'tools', 'bench');

/** Programs that measure the engine alone: no database, no running product. */
const alone = ['engine', 'engine-command'];

/**
 * The program gets, besides its arguments, the environment of the running processes (profile.mjs), the owner's
 * DATABASE_URL, and PLUMBLINE_API_PID and PLUMBLINE_WORKER_PID to measure their memory by.
 * @param {readonly string[]} args name, then what the program takes
 * @returns {Promise<string>} its JSON object on one line
 */
export async function runBench([name, ...args]) {
  prepareState();
  const names = existsSync(sources) ? namesIn(readdirSync(sources)) : [];
  if (name === undefined || !names.includes(name)) {
    throw new Refusal(
      `npm run --silent bench -- takes one of: ${names.join(', ')}; not: ${name ?? 'nothing'}`,
    );
  }
  const other = leasesInForce().find((lease) => lease.name === profile.name);
  if (other !== undefined) {
    throw new Refusal(`A measurement runs already (process ${other.pid}): two at once measure each other.`);
  }
  const undo = undoStack();
  const interrupted = onInterrupt();
  const running = alone.includes(name) ? measureAlone(name, args) : measure(name, args, undo);
  try {
    const printed = await Promise.race([interrupted.happened, running]);
    if (printed === undefined) throw new Refusal('Interrupted.');
    return oneObject(printed);
  } finally {
    // It may be under way still; its reason is told by the caller, or is the interruption itself.
    await Promise.all([endCommandsOf(running), undo.run()]);
    await undo.run();
    interrupted.forget();
  }
}

/**
 * @param {readonly string[]} files
 * @returns {string[]} the programs among them: a program has no dot in its name
 */
export function namesIn(files) {
  return files
    .map((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .sort();
}

/**
 * @param {string} printed
 * @returns {string} on one line
 */
export function oneObject(printed) {
  try {
    const value = JSON.parse(printed);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return JSON.stringify(value);
  } catch {
    // Told below.
  }
  throw new Error(`The measurement did not print one JSON object but: ${printed.slice(0, 500)}`);
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<string>} what it printed
 */
async function measureAlone(name, args) {
  const out = `dist/tools/bench/${name}`;
  await bundle({ [out]: join('tools/bench', `${name}.ts`) });
  return step(name, () => runProgram(`${join(dist, '..', out)}.mjs`, args, process.env));
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {import('./undo-stack.mjs').UndoStack} undo
 * @returns {Promise<string>} what it printed
 */
async function measure(name, args, undo) {
  rmSync(profile.folder, { recursive: true, force: true });
  const out = `dist/tools/bench/${name}`;
  const [services] = await Promise.all([
    releasedBy(
      undo,
      step('services', () => obtainServices(profile.name, { createDatabases: true })),
    ),
    step('build', () => build({ projects: ['api', 'worker'] })),
    bundle({ [out]: join('tools/bench', `${name}.ts`) }),
  ]);
  const port = await freePort();
  const env = await prepareProfile(profile, services, port);
  const database = decodeURIComponent(new URL(env.owner['DATABASE_URL'] ?? '').pathname.slice(1));
  undo.push(() => dropDatabase(services.postgres.url, database));
  await step('tables', () => migrate(env.owner));
  const children = await step('API and worker', () => serve(profile, env.running, port, undo));
  const pids = Object.fromEntries(
    children.map((child) => [`PLUMBLINE_${child.name.toUpperCase()}_PID`, String(child.pid)]),
  );
  return step(name, () => runProgram(`${join(dist, '..', out)}.mjs`, args, { ...env.owner, ...pids }));
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} its stdout
 */
function runProgram(file, args, env) {
  return new Promise((resolve, reject) => {
    const child = tracked(
      spawn(process.execPath, ['--enable-source-maps', file, ...args], {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    let printed = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (printed += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(printed);
      else reject(new Refusal(`The measurement failed with status ${code}.`));
    });
  });
}
