/**
 * The specs that jest runs: a project of jest.config.mjs each.
 */
import { join } from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { runReporting } from './runner.mjs';
import { jestTally } from './tally.mjs';

/**
 * @param {'unit' | 'web' | 'db'} project
 * @returns {(context: import('./run-tests.mjs').Context) => Promise<{status: number, tally: import('./tally.mjs').Tally}>}
 */
export function jestTests(project) {
  return async (context) => {
    const env = project === 'db' ? await addresses(context) : {};
    return runReporting(
      {
        name: project,
        args: (report) => [
          '--experimental-vm-modules',
          '--disable-warning=ExperimentalWarning',
          join(root, 'node_modules/jest/bin/jest.js'),
          ...['--selectProjects', project, '--json', `--outputFile=${report}`, '--maxWorkers=2'],
          ...(context.filters.length === 0
            ? []
            : ['--passWithNoTests', '--testPathPatterns', ...context.filters]),
        ],
        env: () => env,
      },
      jestTally,
      { passed: 0, failed: 1, skipped: 0 },
    );
  };
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
