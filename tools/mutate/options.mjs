import { join } from 'node:path';
import jestConfig from '../../jest.config.mjs';

const unit = jestConfig.projects.find((project) => project.displayName === 'unit');
const [swc, how] = /** @type {any} */ (unit).transform['^.+\\.ts$'];

/**
 * The unit specs as CommonJS: of a thousand runs in one process each would leave ECMAScript modules behind, which are never
 * let go of.
 */
const commonJs = {
  ...unit,
  extensionsToTreatAsEsm: [],
  // looks at files outside the engine, which the sandbox does not have
  testPathIgnorePatterns: [...(unit?.testPathIgnorePatterns ?? []), '/sla-engine/rules\\.spec\\.ts$'],
  transform: { '^.+\\.ts$': [swc, { ...how, module: { type: 'commonjs' } }] },
  testEnvironment: join(import.meta.dirname, 'noticed-environment.mjs'),
  testSequencer: join(import.meta.dirname, 'smallest-first.mjs'),
  setupFilesAfterEnv: [...(unit?.setupFilesAfterEnv ?? []), join(import.meta.dirname, 'no-shrinking.ts')],
};

/** The files that stand in no folder of libs/sla-engine. */
export const ROOT = 'root';

/**
 * @param {string} folder of libs/sla-engine, or `root`
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export function strykerOptions(folder) {
  const files = folder === ROOT ? 'libs/sla-engine/*' : `libs/sla-engine/${folder}/**/*`;
  const specs = `${files}.spec.ts`;
  return {
    mutate: [`${files}.ts`, `!${specs}`, '!**/*.fixture.ts'],
    // The sandbox is the engine and what its specs load; everything else would only be copied.
    ignorePatterns: ['**', '!libs/sla-engine/**', '!libs/platform/testing/*.ts', '!package.json'],
    tempDirName: '.stryker-tmp',
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: {
      projectType: 'custom',
      config: { ...commonJs, testMatch: [`<rootDir>/${specs}`] },
      enableFindRelatedTests: false,
    },
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: `reports/mutation/${folder}.json`,
    concurrency: 2,
    // Generous: on a busy machine a change that runs late must not pass for one that never ends, which counts as noticed.
    timeoutMS: 120_000,
    timeoutFactor: 4,
    thresholds: { high: 95, low: 90, break: 90 },
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
    disableTypeChecks: true,
  };
}
