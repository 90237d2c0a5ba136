/**
 * As whom PostgreSQL and Redis run. PostgreSQL refuses root, so a run as root hands both to an unprivileged
 * user of the machine; any other run keeps its own user. No user is added to the machine. Builtins only.
 */
import { chownSync, mkdirSync, readFileSync, statSync } from 'node:fs';
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
