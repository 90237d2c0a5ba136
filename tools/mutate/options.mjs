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

/**
 * @param {readonly string[]} changed sources, or places in them as `file:line:column-line:column`
 * @param {string} specs the specs that are to notice, as a pattern
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export function strykerOptions(changed, specs) {
  return {
    mutate: [...changed],
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
    concurrency: 2,
    // Generous: on a busy machine a change that runs late must not pass for one that never ends, which counts as noticed.
    timeoutMS: 120_000,
    timeoutFactor: 4,
    // The score is of a folder, not of a pass.
    thresholds: { high: 95, low: 90, break: null },
    reporters: [],
    logLevel: /** @type {any} */ ('error'),
    disableTypeChecks: true,
  };
}
