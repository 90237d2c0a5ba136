/**
 * Who needs the local PostgreSQL and Redis. They serve several runs at once (`npm start` in one terminal,
 * `npm test` in another): each run holds a lease, and the one that gives the last lease back stops them.
 * A run that was killed leaves a lease whose process is gone; it counts for nothing. Builtins only.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { statePaths } from './paths.mjs';
import { isAlive } from './process-table.mjs';
import { Refusal } from './refusal.mjs';

const background = 'background';

/**
 * @typedef {object} Lease
 * @property {string} name which command holds it
 * @property {number} pid
 */

/**
 * @param {string} name
 * @param {string} [folder]
 * @returns {() => void} gives the lease back
 */
export function takeLease(name, folder = statePaths.leases) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${process.pid}`);
  writeFileSync(file, JSON.stringify({ name, pid: process.pid }));
  return () => rmSync(file, { force: true });
}

/**
 * A lease without a process: the services stay until `node tools/dev-services.mjs --stop`.
 * @param {string} [folder]
 */
export function takeBackgroundLease(folder = statePaths.leases) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, background), JSON.stringify({ name: background, pid: 0 }));
}

/** @param {string} [folder] */
export function dropBackgroundLease(folder = statePaths.leases) {
  rmSync(join(folder, background), { force: true });
}

/**
 * @param {string} [folder]
 * @returns {Lease[]} those in force; leases of processes that are gone are removed
 */
export function leasesInForce(folder = statePaths.leases) {
  mkdirSync(folder, { recursive: true });
  const inForce = [];
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    /** @type {Lease} */
    let lease;
    try {
      lease = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      continue; // Given back or being written at this moment: looked at again by whoever asks next.
    }
    if (lease.pid === 0 || isAlive(lease.pid)) inForce.push(lease);
    else rmSync(file, { force: true });
  }
  return inForce;
}

/**
 * Runs one thing at a time over all processes of this checkout (starting and stopping the services). A lock
 * whose holder is gone is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [folder]
 * @returns {Promise<T>}
 */
export async function alone(work, folder = `${statePaths.leases}.lock`) {
  const until = Date.now() + 300_000;
  const holder = join(folder, 'pid');
  for (;;) {
    try {
      mkdirSync(folder);
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const pid = numberIn(holder);
    if (pid !== undefined && !isAlive(pid)) rmSync(folder, { recursive: true, force: true });
    else if (Date.now() > until) {
      throw new Refusal(
        `Process ${pid ?? '?'} has held ${folder} for 5 minutes: end it or remove that folder.`,
      );
    } else await pause(100);
  }
  try {
    writeFileSync(holder, String(process.pid));
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function numberIn(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
