/**
 * Finds a Redis or Valkey server to run: on PATH, Debian's package, Homebrew, else Docker. Builtins only.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand, lastLines, run } from './commands.mjs';
import { aptInstall, hasApt, hasSystemd, rootPrefix, unpackPackage } from './debian-packages.mjs';
import { statePaths } from './paths.mjs';
import { Refusal } from './refusal.mjs';

/**
 * @typedef {object} RedisServer
 * @property {string} file the program
 * @property {string[]} libraries folders to search for its libraries first
 * @property {string} from where it came from, for the start's report
 */

const help =
  'There is no Redis here and no way to get one: install redis-server or valkey-server ' +
  '(apt install redis-server, brew install redis), or set REDIS_URL.';

/**
 * @returns {Promise<RedisServer | 'docker'>}
 */
export async function findRedisServer() {
  const known = onPath() ?? unpacked();
  if (known !== undefined) return known;
  if (hasApt()) return fromDebian();
  if (findCommand('brew') !== undefined) return fromHomebrew();
  if (await dockerAnswers()) return 'docker';
  throw new Refusal(help);
}

/** @returns {RedisServer | undefined} */
function onPath() {
  const file = findCommand('redis-server') ?? findCommand('valkey-server');
  return file === undefined ? undefined : { file, libraries: [], from: file };
}

/** @returns {RedisServer | undefined} Debian's package as unpackPackage left it */
function unpacked() {
  const folder = join(statePaths.packages, 'redis-server');
  // redis-server is a link to this program, which looks at the name it was called by.
  const file = join(folder, 'usr/bin/redis-server');
  if (!existsSync(file)) return undefined;
  const lib = join(folder, 'usr/lib');
  const triplets = existsSync(lib) ? readdirSync(lib).filter((name) => name.includes('-linux-gnu')) : [];
  return {
    file,
    libraries: triplets.map((name) => join(lib, name)),
    from: "Debian's package, unpacked in .plumbline/packages",
  };
}

/**
 * The package itself where nothing would start it as a service of the machine's, else its files only.
 * @returns {Promise<RedisServer>}
 */
async function fromDebian() {
  const prefix = await rootPrefix();
  if (prefix !== undefined && !hasSystemd()) {
    await aptInstall(['redis-server'], prefix);
    const installed = onPath();
    if (installed !== undefined) return { ...installed, from: "Debian's package" };
  }
  await unpackPackage('redis-server');
  const found = unpacked();
  if (found === undefined) throw new Refusal(help);
  return found;
}

/** @returns {Promise<RedisServer>} */
async function fromHomebrew() {
  const outcome = await run('brew', ['install', 'redis']);
  const installed = onPath();
  if (installed === undefined) throw new Refusal(`brew install redis failed: ${lastLines(outcome.output)}`);
  return { ...installed, from: 'Homebrew' };
}

async function dockerAnswers() {
  if (findCommand('docker') === undefined) return false;
  return (await run('docker', ['info'])).status === 0;
}
