import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { Exact } from '../decimals';
import { valueOf } from '../value-of.fixture';
import { xmrChart } from './xmr-chart';

const series = (values: readonly (string | number | null)[]): (Exact | null)[] =>
  values.map((value) => (value === null ? null : new Exact(value)));
const chartOf = (values: readonly (string | number | null)[]) => valueOf(xmrChart(series(values)));

describe('xmrChart (rule 21)', () => {
  it.each([
    ['the example', [80, 82, 81], ['81', '77.01', '84.99', '1.5', '4.902']],
    ['a fall counts as a rise does', [82, 80, 82], ['81.333333', '76.013333', '86.653333', '2', '6.536']],
    ['exact decimals (rule 15)', ['0.1', '0.2', '0.3'], ['0.2', '-0.066', '0.466', '0.1', '0.3268']],
    [
      'no range and no mean reaches across a gap (rule 16)',
      [80, 82, null, 90, 92],
      ['86', '80.68', '91.32', '2', '6.536'],
    ],
    ['a gap at either end', [null, 80, 82, null], ['81', '75.68', '86.32', '2', '6.536']],
  ])('%s: centre, limits, mean range and its limit', (_, values, expected) => {
    const { centre, limits, movingRange } = chartOf(values);
    const figures = [centre, limits.lower, limits.upper, movingRange.mean, movingRange.upper];
    expect(figures.map((figure) => figure.toDecimalPlaces(6).toFixed())).toEqual(expected);
  });

  it('a point is held against a third of the way to its limits', () => {
    const level = [81, 80, 82, 81, 80, 82, 81, 80, 82, 81];
    expect(chartOf([...level, 70]).signals).toEqual([
      { rule: 'beyondLimits', side: 'below', index: 10, points: [10] },
    ]);
  });

  it('its trace counts gaps and repeats the arithmetic', () => {
    expect(chartOf([80, null, 82, 81]).trace).toEqual([
      { rule: 'trend.mean', facts: { values: 3, gaps: 1, centre: '81' } },
      { rule: 'trend.movingRange', facts: { ranges: 1, mean: '1', factor: '3.268', upper: '3.268' } },
      {
        rule: 'trend.limits',
        facts: { centre: '81', factor: '2.660', meanRange: '1', lower: '78.34', upper: '83.66' },
      },
      { rule: 'trend.noSignal', facts: {} },
    ]);
  });

  it.each([
    ['nothing', []],
    ['one value', [1]],
    ['no two side by side', [1, null, 2]],
    ['gaps alone', [null, null]],
  ])('refuses %s', (_, values) => {
    expect(xmrChart(series(values))).toMatchObject({
      problem: { code: 'trend.tooShort', detail: aSentence, path: '' },
    });
  });
});
