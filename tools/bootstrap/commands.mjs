/**
 * Runs the commands of the machine and finds them on PATH. Builtins only.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Outcome
 * @property {number} status exit status; 128 + signal number is not used, a signal counts as 1
 * @property {string} output stdout and stderr in the order they came
 */

/**
 * Where a command is.
 * @param {string} name
 * @param {string} [path] default the process's PATH, with the folders a plain user's PATH often lacks
 * @returns {string | undefined}
 */
export function findCommand(name, path = process.env['PATH'] ?? '') {
  for (const folder of [
    ...path.split(delimiter),
    '/usr/sbin',
    '/sbin',
    '/opt/homebrew/bin',
    '/usr/local/bin',
  ]) {
    if (folder === '') continue;
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const underWay = new Set();

/**
 * Has endCommands end this process as well.
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 * @returns {T}
 */
export function tracked(child) {
  underWay.add(child);
  child.once('close', () => underWay.delete(child));
  return child;
}

/** Ends the commands that run at this moment, after a Ctrl-C or `kill`. */
export function endCommands() {
  for (const child of underWay) child.kill('SIGTERM');
}

/**
 * Ends the commands that run, and those that work under way still begins, until it has come to its end.
 * @param {Promise<unknown>} work whose own outcome is of no interest any more
 */
export async function endCommandsOf(work) {
  endCommands();
  const timer = setInterval(endCommands, 100);
  await work.catch(() => undefined);
  clearInterval(timer);
}

/**
 * Runs a command to its end and keeps what it prints. One that is detached is left to finish by endCommands.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<Outcome>} also for a failing command; rejects only when it cannot be run at all
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    if (options.detached !== true) tracked(child);
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ status: code ?? 1, output }));
  });
}

/**
 * The last lines of what a command printed, for a message.
 * @param {string} output
 * @param {number} [count]
 * @returns {string}
 */
export function lastLines(output, count = 5) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
