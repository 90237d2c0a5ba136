import { TestEnvironment } from 'jest-environment-node';

/** The change that a test has noticed; one process tries one change after the other. */
let noticed = '';

/** A change is noticed once: the tests after the first that fails are skipped. Jest itself stops only between files. */
export default class NoticedEnvironment extends TestEnvironment {
  /** @param {{name: string, test?: {mode?: string | null | undefined, errors: readonly unknown[]}}} event */
  handleTestEvent({ name, test }) {
    // Stryker does not see that a skipped test is over: what the next file loads would count as covered by it alone.
    const stryker = /** @type {{currentTestId?: string}} */ (
      /** @type {any} */ (this).global?.['__stryker__']
    );
    if (name === 'test_skip' && stryker !== undefined) delete stryker.currentTestId;
    const change = process.env['__STRYKER_ACTIVE_MUTANT__'];
    if (change === undefined || test === undefined) return;
    if (name === 'test_start' && noticed === change) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0) noticed = change;
  }
}
