import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { Exact } from '../decimals';
import { valueOf } from '../value-of.fixture';
import { type Proportion, pChart } from './p-chart';

const period = (count: number, of: number): Proportion => ({ count: new Exact(count), of: new Exact(of) });

/** The points as "value lower upper" to six places. */
const pointsOf = (series: readonly (Proportion | null)[]) =>
  valueOf(pChart(series)).points.map(
    (point) =>
      point &&
      [point.value, point.lower, point.upper].map((each) => each.toDecimalPlaces(6).toFixed()).join(' '),
  );

describe('pChart (rule 21)', () => {
  it.each([
    [
      'limits follow each period’s size',
      [period(50, 100), period(200, 400)],
      ['0.5 0.35 0.65', '0.5 0.425 0.575'],
    ],
    ['they stop at 1', [period(90, 100), period(380, 400)], ['0.9 0.868754 1', '0.95 0.904377 0.975623']],
    ['they stop at 0', [period(0, 10), period(1, 10)], ['0 0 0.256761', '0.1 0 0.256761']],
    [
      'what counted nothing is a gap',
      [period(5, 10), null, period(0, 0)],
      ['0.5 0.025658 0.974342', null, null],
    ],
  ])('%s', (_, series, expected) => {
    expect(pointsOf(series)).toEqual(expected);
  });

  it('the centre is a ratio of sums, never a mean of ratios (rule 13)', () => {
    expect(valueOf(pChart([period(90, 100), period(380, 400)])).centre.toFixed()).toBe('0.94');
  });

  it('signals use each period’s own limits, uncut', () => {
    const usual = Array.from({ length: 9 }, () => period(95, 100));
    expect(valueOf(pChart([...usual, period(80, 100)])).signals).toContainEqual({
      rule: 'beyondLimits',
      side: 'below',
      index: 9,
      points: [9],
    });
    expect(valueOf(pChart([...usual, period(8, 10)])).signals.map(({ rule }) => rule)).not.toContain(
      'beyondLimits',
    );
  });

  it('its trace has the arithmetic, and the limits of the smallest and the largest period', () => {
    expect(valueOf(pChart([period(200, 400), null, period(50, 100), period(100, 200)])).trace).toEqual([
      { rule: 'trend.proportion', facts: { periods: 3, gaps: 1, count: '350', of: '700', centre: '0.5' } },
      { rule: 'trend.limitsOfSize', facts: { centre: '0.5', n: '100', lower: '0.35', upper: '0.65' } },
      { rule: 'trend.limitsOfSize', facts: { centre: '0.5', n: '400', lower: '0.425', upper: '0.575' } },
      { rule: 'trend.noSignal', facts: {} },
    ]);
  });

  it('periods of one size have one pair of limits', () => {
    const { trace } = valueOf(pChart([period(50, 100), period(50, 100)]));
    expect(trace.filter(({ rule }) => rule === 'trend.limitsOfSize')).toHaveLength(1);
  });

  it.each([
    ['nothing', []],
    ['gaps alone', [null, period(0, 0)]],
  ])('refuses %s', (_, series) => {
    expect(pChart(series)).toMatchObject({
      problem: { code: 'trend.tooShort', detail: aSentence, path: '' },
    });
  });
});
