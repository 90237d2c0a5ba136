/**
 * The specs that jest runs: a project of jest.config.mjs each.
 */
import { join } from 'node:path';
import { claimThrowAway } from '../bootstrap/check-redis.mjs';
import { root, statePaths } from '../bootstrap/paths.mjs';
import { runReporting } from './runner.mjs';
import { jestTally } from './tally.mjs';

/** Beside those of the running product and the browser tests (profile.mjs). */
const redisDatabase = 3;

/**
 * @param {'unit' | 'web' | 'db'} project
 * @returns {(context: import('./run-tests.mjs').Context) => Promise<{status: number, tally: import('./tally.mjs').Tally}>}
 */
export function jestTests(project) {
  return async (context) => {
    const report = join(statePaths.logs, `test-${project}.json`);
    return runReporting(
      {
        name: project,
        args: [
          '--experimental-vm-modules',
          '--disable-warning=ExperimentalWarning',
          join(root, 'node_modules/jest/bin/jest.js'),
          ...['--selectProjects', project, '--json', `--outputFile=${report}`, '--maxWorkers=2'],
          ...(context.filters.length === 0
            ? []
            : ['--passWithNoTests', '--testPathPatterns', ...context.filters]),
        ],
        env: project === 'db' ? await addresses(context) : {},
        report,
      },
      jestTally,
      { passed: 0, failed: 1, skipped: 0 },
    );
  };
}

/** @param {import('./run-tests.mjs').Context} context */
async function addresses(context) {
  const { postgres, redis } = await context.services();
  return {
    TEST_DATABASE_URL: postgres.url,
    REDIS_URL: await claimThrowAway(redis.url, Number(new URL(redis.url).pathname.slice(1)) + redisDatabase),
  };
}
