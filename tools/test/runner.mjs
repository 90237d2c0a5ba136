/**
 * Runs one test runner: its output goes to the terminal as it comes and to .plumbline/logs, or only to the log until
 * it fails.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { tracked } from '../bootstrap/commands.mjs';
import { root, statePaths } from '../bootstrap/paths.mjs';

/**
 * @param {object} what
 * @param {string} what.name of the log
 * @param {readonly string[]} what.args after `node`
 * @param {NodeJS.ProcessEnv} [what.env]
 * @param {boolean} [what.quiet] shown only when it fails
 * @returns {Promise<number>} exit status
 */
export async function runRunner({ name, args, env = {}, quiet = false }) {
  const log = createWriteStream(join(statePaths.logs, `test-${name}.log`));
  const child = tracked(
    spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  /** @type {Buffer[]} */
  const kept = [];
  const show = (/** @type {Buffer} */ chunk) => {
    log.write(chunk);
    if (quiet) kept.push(chunk);
    else process.stdout.write(chunk);
  };
  child.stdout.on('data', show);
  child.stderr.on('data', show);
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  if (status !== 0) for (const chunk of kept) process.stdout.write(chunk);
  log.end();
  await finished(log);
  return /** @type {number} */ (status);
}

/**
 * Runs a runner that writes a JSON report, and reads that.
 * @template T
 * @param {Omit<Parameters<typeof runRunner>[0], 'args' | 'env'> & {
 *   args: (report: string) => readonly string[],
 *   env?: (report: string) => NodeJS.ProcessEnv,
 * }} what args and environment by the file it is to write the report to
 * @param {(report: any) => T} read
 * @param {T} none what it counts as when the runner crashed before writing one
 * @returns {Promise<{status: number, tally: T}>}
 */
export async function runReporting({ args, env, ...what }, read, none) {
  // Two runs may go on in one checkout: neither reads the other's report.
  const report = join(statePaths.logs, `test-${what.name}-${process.pid}.json`);
  rmSync(report, { force: true });
  const status = await runRunner({ ...what, args: args(report), env: env?.(report) ?? {} });
  try {
    return { status, tally: read(JSON.parse(readFileSync(report, 'utf8'))) };
  } catch (error) {
    console.error(
      `The ${what.name} runner left no report: ${error instanceof Error ? error.message : String(error)}`,
    );
    return { status: status === 0 ? 1 : status, tally: none };
  } finally {
    rmSync(report, { force: true });
  }
}
