import { describe, expect, it } from '@jest/globals';
import { isLate, isMissed, isTooLow, scoreLine, tallyOf } from './score.mjs';

const statuses = (...of: string[]) => of.map((status) => ({ status }));

describe('the score of a mutation run', () => {
  it('counts what was noticed, what was missed and what does not run', () => {
    expect(
      tallyOf(
        statuses('Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'RuntimeError', 'Ignored'),
      ),
    ).toEqual({ noticed: 2, missed: 2, broken: 3 });
  });

  it('is the share noticed of those that run, rounded down', () => {
    const tallies = [
      { noticed: 899, missed: 0, broken: 5 },
      { noticed: 0, missed: 100, broken: 0 },
    ];
    expect(scoreLine('together', tallies)).toBe('together       89.98 %  899 of 999');
  });

  it('is none where nothing runs', () => {
    expect(scoreLine('x', [tallyOf([])])).toContain('nothing to change');
  });

  it.each([
    ['Survived', true],
    ['NoCoverage', true],
    ['Killed', false],
    ['Timeout', false],
    ['RuntimeError', false],
  ])('%s is missed: %s', (status, missed) => {
    expect(isMissed({ status })).toBe(missed);
  });

  it.each([
    [{ status: 'Timeout' }, true],
    [{ status: 'Timeout', statusReason: 'Hit limit reached (501/500)' }, false],
    [{ status: 'Killed' }, false],
  ])('%j was given up by the clock: %s', (mutant, late) => {
    expect(isLate(mutant)).toBe(late);
  });

  it.each([
    [90, 10, false],
    [8_999, 1_001, true],
    [0, 0, false],
  ])('%d noticed and %d missed are too few: %s', (noticed, missed, low) => {
    expect(isTooLow({ noticed, missed, broken: 0 })).toBe(low);
  });
});
