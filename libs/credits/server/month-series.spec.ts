import { describe, expect, it } from '@jest/globals';
import { missesInARow, type MonthVerdict, monthsAtTarget } from './month-series';

const series = (text: string): MonthVerdict[] =>
  [...text].map((verdict, index) => ({
    period: `2026-${`${index + 1}`.padStart(2, '0')}`,
    verdict: verdict as MonthVerdict['verdict'],
  }));

describe('misses in a row (semantics rule 23: skipped, never a reset)', () => {
  it.each<[string, number, readonly string[]]>([
    ['P', 0, []],
    ['?', 0, []],
    ['', 0, []],
    ['F', 1, []],
    ['PF', 1, []],
    ['FF', 2, []],
    ['FPF', 1, []],
    ['F?F', 2, ['2026-02']],
    ['F??FF', 3, ['2026-02', '2026-03']],
    ['?F', 1, []],
    ['P?F', 1, []],
  ])('%s', (text, occurrence, skipped) => {
    expect(missesInARow(series(text))).toEqual({ occurrence, skipped });
  });
});

describe('months at target after a miss', () => {
  it.each<[string, number, number, boolean]>([
    ['', 3, 0, false],
    ['PPP', 3, 3, false],
    ['P?PP', 3, 3, false],
    ['PPF', 3, 2, true],
    ['PPPF', 3, 3, false],
    ['?', 1, 0, false],
  ])('%s of %i', (text, required, months, repeatDefault) => {
    expect(monthsAtTarget(series(text), required)).toEqual({ monthsAtTarget: months, repeatDefault });
  });
});
