/**
 * Counts of test runners, read from their own reports. Builtins only.
 */

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * @param {Tally} tally
 * @returns {string} the closing line
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * @param {Tally} tally of one runner, from its report
 * @param {number} status its exit status
 * @param {boolean} [mayBeEmpty] whether a pattern was given that may match none of its tests
 * @returns {Tally} with one failure more when the runner failed without a failed test to show for it, or ran none
 */
export function truthful(tally, status, mayBeEmpty = false) {
  const ranNothing = tally.passed + tally.failed === 0 && !mayBeEmpty;
  const hidesFailure = status !== 0 && tally.failed === 0;
  return ranNothing || hidesFailure ? { ...tally, failed: tally.failed + 1 } : tally;
}

/**
 * @param {any} report jest's --json
 * @returns {Tally} a suite that could not run counts as one failed test
 */
export function jestTally(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {any} report Playwright's JSON reporter
 * @returns {Tally} a test that passed only when repeated has failed; so has an error outside all tests
 */
export function playwrightTally({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
