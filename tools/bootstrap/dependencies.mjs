/**
 * What has to be there before anything else: the packages of the lock file, and the Node they bring.
 * Builtins only, and nothing newer than Node 20.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines } from './commands.mjs';
import { root } from './paths.mjs';
import { Refusal } from './refusal.mjs';

const stamp = join(root, 'node_modules', '.plumbline-lock');
const bin = join(root, 'node_modules', '.bin');

/** The major version that node_modules brings (optionalDependencies in package.json). */
const nodeMajor = 26;

/**
 * `npm ci` unless node_modules is what the lock file says.
 * @returns {number | undefined} milliseconds it took, undefined when there was nothing to do
 */
export function ensureDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Refusal(`Node ${process.versions.node} is too old: version 20 or newer is needed to begin.`);
  }
  const wanted = lockHash(readFileSync(join(root, 'package-lock.json')), process.platform, process.arch);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined;
  if (isInstalled()) {
    writeFileSync(stamp, wanted);
    return undefined;
  }
  const begun = Date.now();
  console.log('Installing the packages of package-lock.json (about a minute the first time) …');
  // No package needs its install script: the Node and PostgreSQL binaries are files of their packages.
  const outcome = spawnSync(
    npm(),
    ['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'],
    {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (outcome.error !== undefined) throw new Refusal(`npm cannot be run: ${outcome.error.message}`);
  if (outcome.status !== 0) {
    throw new Refusal(`npm ci failed: ${lastLines(`${outcome.stdout}${outcome.stderr}`, 12)}`);
  }
  writeFileSync(stamp, wanted);
  return Date.now() - begun;
}

/**
 * Goes on under the project's own Node when this one is older: runs the same command again and ends with it.
 * @returns {Promise<void>} only when this process is the one to do the work
 */
export async function enterProjectNode() {
  if (Number(process.versions.node.split('.')[0]) >= nodeMajor) {
    process.env['PATH'] = withBin(process.env['PATH']);
    return;
  }
  const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(node)) {
    throw new Refusal(
      `There is no packaged Node for ${process.platform} ${process.arch}: ` +
        `install Node ${nodeMajor} or newer and start again.`,
    );
  }
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: withBin(process.env['PATH']) },
  });
  // A Ctrl-C reaches both: the child stops what it started, this process waits for it.
  process.on('SIGINT', () => undefined);
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
  process.exit(/** @type {number} */ (status));
}

/**
 * Whether npm itself already brought node_modules to what the lock file says, as after `npm install <name>`:
 * then a second installation would only take it away from whoever is using it.
 */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  return agree(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages,
    JSON.parse(readFileSync(installed, 'utf8')).packages,
  );
}

/**
 * @typedef {Record<string, {version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean}>} Packages
 *
 * @param {Packages} locked the packages of package-lock.json
 * @param {Packages} installed those of node_modules/.package-lock.json
 * @returns {boolean} all that is installed is what is locked, and all that is locked and not optional is installed
 */
export function agree(locked, installed) {
  const same = (/** @type {string} */ at) =>
    locked[at]?.version === installed[at]?.version && locked[at]?.integrity === installed[at]?.integrity;
  const isNeeded = (/** @type {string} */ at) => at !== '' && locked[at]?.optional !== true;
  return (
    Object.keys(installed).every(same) &&
    Object.keys(locked)
      .filter(isNeeded)
      .every((at) => at in installed)
  );
}

/**
 * @param {Buffer} lock
 * @param {string} platform
 * @param {string} architecture
 * @returns {string} what node_modules was made from
 */
export function lockHash(lock, platform, architecture) {
  return createHash('sha256').update(lock).update(`${platform} ${architecture}`).digest('hex');
}

/** @param {string | undefined} path */
function withBin(path = '') {
  return path.split(delimiter)[0] === bin ? path : [bin, path].join(delimiter);
}

/** The npm beside the running Node: the bundled one has no npm of its own. */
function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}
