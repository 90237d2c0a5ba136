/**
 * The specs that jest runs: a project of jest.config.mjs each.
 */
import { join } from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { runReporting } from './runner.mjs';
import { jestTally, sum } from './tally.mjs';

/** The engine must not notice in which zone its process runs: its specs run in each of these besides UTC. */
const otherZones = ['America/New_York', 'Asia/Kolkata', 'Pacific/Chatham'];

/**
 * @typedef {(context: import('./run-tests.mjs').Context) => Promise<{status: number, tally: import('./tally.mjs').Tally}>} Run
 */

/**
 * @param {'unit' | 'web' | 'db'} project
 * @returns {Run}
 */
export function jestTests(project) {
  return async (context) => {
    const env = project === 'db' ? await addresses(context) : { TZ: 'UTC' };
    return runJest(project, project, env, context.filters);
  };
}

/**
 * The engine's specs in the other zones, one after the other.
 * @type {Run}
 */
export async function engineInOtherZones({ filters }) {
  const runs = [];
  for (const zone of otherZones) {
    console.log(`in ${zone}`);
    runs.push(
      await runJest('unit', `engine-${zone.replace('/', '-')}`, { TZ: zone }, enginePatterns(filters)),
    );
  }
  return {
    status: runs.find(({ status }) => status !== 0)?.status ?? 0,
    tally: sum(runs.map(({ tally }) => tally)),
  };
}

/**
 * @param {readonly string[]} filters
 * @returns {string[]} patterns of the engine's specs, and among them of those that a filter takes
 */
export function enginePatterns(filters) {
  const engine = '[\\\\/]libs[\\\\/]sla-engine[\\\\/]';
  return filters.length === 0 ? [engine] : filters.map((filter) => `^(?=.*${engine})(?=.*(?:${filter}))`);
}

/**
 * @param {'unit' | 'web' | 'db'} project
 * @param {string} name of the log
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} patterns
 */
function runJest(project, name, env, patterns) {
  return runReporting(
    {
      name,
      args: (report) => [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        join(root, 'node_modules/jest/bin/jest.js'),
        ...['--selectProjects', project, '--json', `--outputFile=${report}`],
        // database specs wait for servers and disks while others compute
        `--maxWorkers=${project === 'db' ? 3 : 2}`,
        ...(patterns.length === 0 ? [] : ['--passWithNoTests', '--testPathPatterns', ...patterns]),
      ],
      env: () => env,
    },
    jestTally,
    { passed: 0, failed: 1, skipped: 0 },
  );
}

/**
 * Where the specs find a server; each run makes a database of its own there (database-setup.mjs), and each spec that
 * needs Redis has a prefix of its own.
 * @param {import('./run-tests.mjs').Context} context
 */
async function addresses(context) {
  const { postgres, redis } = await context.services();
  return { TEST_DATABASE_URL: postgres.url, REDIS_URL: redis.url };
}
