/**
 * The product's long-running processes: started in their own groups, so that a Ctrl-C in the terminal reaches
 * only the start script, which then lets them drain; their output goes to files. Builtins only.
 */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './commands.mjs';
import { root, statePaths } from './paths.mjs';
import { commandOf, endOf } from './process-table.mjs';

/** How long requests and jobs under way may take to finish. */
const drainMs = 20_000;

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number | undefined} pid undefined when it could not be started
 * @property {string} logFile
 * @property {Promise<string>} ended resolves with the reason when it ends, also when it was stopped
 * @property {() => string} lastLog its last lines
 * @property {() => Promise<void>} stop drains it, kills it when that takes too long
 */

/**
 * @param {object} how
 * @param {string} how.name
 * @param {readonly string[]} how.args after `node`
 * @param {NodeJS.ProcessEnv} how.env
 * @param {string} how.folder the profile's, for the process id and the log
 * @returns {Child}
 */
export function startChild({ name, args, env, folder }) {
  const logs = folder === join(statePaths.logs, '..') ? statePaths.logs : join(folder, 'logs');
  const pids = join(folder, 'run');
  mkdirSync(logs, { recursive: true });
  mkdirSync(pids, { recursive: true });
  const logFile = join(logs, `${name}.log`);
  if (existsSync(logFile)) renameSync(logFile, join(logs, `${name}.previous.log`));
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const pidFile = join(pids, name);
  if (child.pid !== undefined) writeFileSync(pidFile, JSON.stringify({ pid: child.pid, args }));
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      rmSync(pidFile, { force: true });
      resolve(signal === null ? `exit status ${code}` : `signal ${signal}`);
    });
  });
  return {
    name,
    pid: child.pid,
    logFile,
    ended,
    lastLog: () => lastLines(readFileSync(logFile, 'utf8'), 15),
    stop: async () => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), drainMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

/**
 * Ends processes that an earlier run started and could not stop because it was killed itself.
 * @param {string} folder the profile's
 */
export async function endLeftOver(folder) {
  const pids = join(folder, 'run');
  if (!existsSync(pids)) return;
  for (const name of readdirSync(pids)) {
    const file = join(pids, name);
    const { pid, args } = /** @type {{pid: number, args: string[]}} */ (
      JSON.parse(readFileSync(file, 'utf8'))
    );
    if (commandOf(pid).endsWith(args.join(' '))) {
      process.kill(pid, 'SIGTERM');
      if (!(await endOf(pid, drainMs))) process.kill(pid, 'SIGKILL');
    }
    rmSync(file, { force: true });
  }
}
