/**
 * As whom PostgreSQL and Redis run. PostgreSQL refuses root, so a run as root hands both to an unprivileged
 * user of the machine; any other run keeps its own user. No user is added to the machine. Builtins only.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, parse } from 'node:path';
import { Refusal } from './refusal.mjs';
import { root } from './paths.mjs';

/**
 * @typedef {object} ServiceUser
 * @property {number} uid
 * @property {number} gid
 * @property {string} name
 */

/**
 * The user for a run as root: the checkout's owner (sudo, a bind mount), else `postgres`, else `nobody`.
 * It has to be in /etc/passwd because initdb asks for its name.
 * @returns {ServiceUser | undefined} undefined when this process is not root and stays who it is
 */
export function serviceUser() {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid = '', gid = '']) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const owner = statSync(root).uid;
  const found =
    users.find((user) => owner !== 0 && user.uid === owner) ??
    users.find((user) => user.name === 'postgres') ??
    users.find((user) => user.name === 'nobody');
  if (found === undefined) {
    throw new Refusal(
      'PostgreSQL refuses to run as root and this machine has no user "postgres" or "nobody" to run it: ' +
        'start as another user, or set DATABASE_URL.',
    );
  }
  return found;
}

/**
 * @param {ServiceUser | undefined} user
 * @returns {{uid?: number, gid?: number}} for child_process, which also drops root's supplementary groups
 */
export function asUser(user) {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/**
 * Makes a folder that only the service's user may read.
 * @param {string} folder
 * @param {ServiceUser | undefined} user
 */
export function privateFolder(folder, user) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
}

/**
 * A checkout below a folder such as /root (mode 0700) cannot be reached by an unprivileged user; PostgreSQL
 * would then complain about a missing libssl. Says which folder it is before anything is started.
 * @param {string} file what the user has to be able to run or read
 * @param {ServiceUser | undefined} user
 */
export function assertReachable(file, user) {
  if (user === undefined) return;
  if (spawnSync('/bin/sh', ['-c', '[ -r "$0" ]', file], { cwd: '/', ...asUser(user) }).status === 0) return;
  throw new Refusal(
    `PostgreSQL cannot run as root, and the user "${user.name}" who would run it may not enter ` +
      `${blockingFolder(file, user)}: move the checkout elsewhere (for example to /srv), ` +
      'allow others to enter that folder, or set DATABASE_URL and REDIS_URL.',
  );
}

/**
 * @param {string} file
 * @param {ServiceUser} user
 * @returns {string} the topmost part of the path that the user cannot pass
 */
function blockingFolder(file, user) {
  const { root: top } = parse(file);
  const chain = [];
  for (let at = file; at !== top; at = dirname(at)) chain.unshift(at);
  const blocked = chain.find(
    (at) =>
      spawnSync('/bin/sh', ['-c', '[ -r "$0" ] || [ -x "$0" ]', at], { cwd: '/', ...asUser(user) }).status !==
      0,
  );
  return blocked ?? file;
}
