import { describe, expect, it } from '@jest/globals';
import { closingLine, jestTally, playwrightTally, sum, truthful } from './tally.mjs';

const none = { passed: 0, failed: 0, skipped: 0 };

describe('truthful', () => {
  it('leaves the counts of a runner that succeeded', () => {
    expect(truthful({ passed: 3, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  it('leaves the counts of a runner that failed by its tests', () => {
    expect(truthful({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  it('counts a failure without a failed test', () => {
    expect(truthful({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  });

  it('counts a runner that ran nothing as a failure, also when all is skipped', () => {
    expect(truthful(none, 0).failed).toBe(1);
    expect(truthful({ ...none, skipped: 4 }, 0).failed).toBe(1);
    expect(truthful(none, 0, true).failed).toBe(0);
  });
});

describe('tallies', () => {
  it('count a suite of jest that could not run as a failed test', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 1,
      numTodoTests: 1,
    };
    expect(jestTally(report)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('count a flaky browser test and an error outside of tests as failed', () => {
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'no' }],
    };
    expect(playwrightTally(report)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('add up to the closing line', () => {
    const total = sum([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]);
    expect(closingLine(total)).toBe('11 passed, 22 failed, 33 skipped');
    expect(closingLine(sum([]))).toBe('0 passed, 0 failed, 0 skipped');
  });
});
