/**
 * Debian's packages, installed as root or unpacked into .plumbline without any right. Builtins only.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand, lastLines, run } from './commands.mjs';
import { statePaths } from './paths.mjs';
import { Refusal } from './refusal.mjs';

/** @returns {boolean} */
export function hasApt() {
  return findCommand('apt-get') !== undefined && findCommand('dpkg') !== undefined;
}

/** @returns {boolean} whether a systemd here would start a package's service by itself */
export function hasSystemd() {
  return existsSync('/run/systemd/system');
}

/**
 * How to become root without a question: nothing as root, `sudo -n` where it answers.
 * @returns {Promise<string[] | undefined>} words before the command; undefined when there is no way
 */
export async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = findCommand('sudo');
  if (sudo === undefined) return undefined;
  const { status } = await run(sudo, ['-n', 'true']);
  return status === 0 ? [sudo, '-n'] : undefined;
}

/**
 * apt-get install, with the package lists fetched first where they are missing or too old to serve.
 * @param {readonly string[]} packages
 * @param {readonly string[]} prefix from rootPrefix
 */
export async function aptInstall(packages, prefix) {
  const apt = (/** @type {string[]} */ ...args) => {
    const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return run(command, rest, { cwd: '/', detached: true }); // A Ctrl-C must not leave half a package.
  };
  // A second apt on the machine (unattended upgrades) holds the lock for a while.
  const install = () =>
    apt('-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '--no-install-recommends', ...packages);
  let outcome = await install();
  if (outcome.status !== 0) {
    await apt('-o', 'DPkg::Lock::Timeout=120', 'update');
    outcome = await install();
  }
  if (outcome.status !== 0) {
    throw new Refusal(`apt-get install ${packages.join(' ')} failed: ${lastLines(outcome.output)}`);
  }
}

/**
 * Downloads a package with what it needs beyond the machine's own packages, and unpacks all into a folder of
 * the project's. Works without root: apt keeps its lists below that folder.
 * @param {string} name
 * @returns {Promise<string>} the folder that holds usr/bin and usr/lib
 */
export async function unpackPackage(name) {
  const folder = join(statePaths.packages, name);
  const done = join(folder, 'usr');
  if (existsSync(done)) return folder;
  const apt = join(statePaths.packages, 'apt');
  for (const at of ['lists/partial', 'cache/archives/partial', `debs-${name}`]) {
    mkdirSync(join(apt, at), { recursive: true });
  }
  const debs = join(apt, `debs-${name}`);
  const own = [
    ['-o', `Dir::State::lists=${join(apt, 'lists')}`],
    ['-o', `Dir::Cache=${join(apt, 'cache')}`],
    ['-o', 'Debug::NoLocking=1'],
    ['-o', 'APT::Sandbox::User='],
  ].flat();
  const aptGet = async (/** @type {string[]} */ ...args) => {
    const outcome = await run('apt-get', [...own, ...args], { cwd: debs });
    if (outcome.status === 0) return outcome.output;
    throw new Refusal(`apt-get ${args[0] ?? ''} for ${name} failed: ${lastLines(outcome.output)}`);
  };
  await aptGet('update');
  const wanted = packagesToInstall(await aptGet('install', '-s', '--no-install-recommends', name));
  await aptGet('download', ...(wanted.length === 0 ? [name] : wanted));
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  for (const deb of readdirSync(debs)) {
    const outcome = await run('dpkg', ['-x', join(debs, deb), draft]);
    if (outcome.status !== 0) throw new Refusal(`dpkg -x ${deb} failed: ${lastLines(outcome.output)}`);
  }
  rmSync(folder, { recursive: true, force: true });
  await run('mv', [draft, folder]);
  rmSync(apt, { recursive: true, force: true });
  return folder;
}

/**
 * @param {string} simulation what `apt-get install -s` prints
 * @returns {string[]} the packages it would install
 */
export function packagesToInstall(simulation) {
  return simulation
    .split('\n')
    .map((line) => /^Inst (\S+)/.exec(line)?.[1])
    .filter((name) => name !== undefined);
}
