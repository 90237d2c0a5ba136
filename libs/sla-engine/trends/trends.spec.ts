import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSentence } from '../a-sentence.fixture';
import { Exact } from '../decimals';
import { ops } from './ops';
import type { TrendSignal } from './trend-signal';
import { westernElectric } from './western-electric';

type Chart = {
  centre: number;
  limits: { lower: number; upper: number };
  movingRange: object;
  signals: TrendSignal[];
};

function answer(op: string, input: unknown): Chart & { code?: string; path?: string } {
  const outcome = ops[op]?.(input);
  return (outcome?.ok === true ? outcome.value : outcome?.problem) as Chart;
}

/** Points given as their distance from the centre in sigmas. */
function signals(distances: readonly (number | null)[]): string[] {
  const points = distances.map((distance, index) =>
    distance === null
      ? null
      : { index, value: new Exact(distance), centre: new Exact(0), sigma: new Exact(1) },
  );
  return westernElectric(points).map(({ rule, side, points: places }) => `${rule} ${side} ${places.join()}`);
}

describe('westernElectric (rule 21)', () => {
  it.each([
    ['nothing', [0, 1, -1, 0.5], []],
    ['beyond a limit', [0, 3.01, 0, -3.01], ['beyondLimits above 1', 'beyondLimits below 3']],
    ['on the limit is not beyond it', [3, -3], []],
    ['two of three beyond two sigma', [2.1, 0, 2.1], ['twoOfThreeBeyondTwoSigma above 0,2']],
    ['not on one side', [2.1, 0, -2.1], []],
    ['two of four are too far apart', [2.1, 0, 0, 2.1], []],
    ['the completing point must be beyond', [2.1, 2.1, 0], ['twoOfThreeBeyondTwoSigma above 0,1']],
    [
      'four of five beyond one sigma',
      [-1.1, -1.1, 0, -1.1, -1.1],
      ['fourOfFiveBeyondOneSigma below 0,1,3,4'],
    ],
    ['four of six are too far apart', [-1.1, -1.1, 0, 0, -1.1, -1.1], []],
    ['eight on one side', [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2], ['eightOnOneSide above 0,1,2,3,4,5,6,7']],
    ['seven and the centre', [0.1, 0.2, 0.1, 0, 0.1, 0.2, 0.1, 0.2], []],
    ['a gap breaks a run', [2.1, null, 2.1], []],
    [
      'a gap within a run is no point of it',
      [2.1, 0, null, 2.1, 2.1],
      ['twoOfThreeBeyondTwoSigma above 3,4'],
    ],
    ['a gap before a run does not matter', [null, 2.1, 2.1], ['twoOfThreeBeyondTwoSigma above 1,2']],
  ])('%s', (_, distances, expected) => {
    expect(signals(distances)).toEqual(expected);
  });

  it('turned upside down, a series has the same signals on the other side', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: -4, max: 4, noNaN: true })), { maxLength: 20 }),
        (distances) => {
          const flipped = signals(distances.map((distance) => (distance === null ? null : -distance)));
          const swapped = flipped.map((text) =>
            text.includes('above') ? text.replace('above', 'below') : text.replace('below', 'above'),
          );
          expect(swapped.toSorted()).toEqual(signals(distances).toSorted());
        },
      ),
      { numRuns: 200, seed: 12 },
    );
  });
});

describe('kpi.xmr', () => {
  it('mean ± 2.660 × mean moving range', () => {
    expect(answer('kpi.xmr', { series: [80, '82', { value: 81 }] })).toEqual({
      centre: 81,
      limits: { lower: 77.01, upper: 84.99 },
      movingRange: { mean: 1.5, upper: 4.902 },
      signals: [],
    });
  });

  it('takes values under that name, a period without one, and as many as 10,000', () => {
    expect(answer('kpi.xmr', { values: [80, 82, { value: null }, {}] })).toMatchObject({ centre: 81 });
    const many = Array.from({ length: 10_000 }, () => 1);
    expect(answer('kpi.xmr', { series: many })).toMatchObject({ centre: 1 });
  });

  it('finds a month that fell out of the process, and a lasting shift', () => {
    const level = [81, 80, 82, 81, 80, 82, 81, 80, 82, 81];
    expect(answer('kpi.xmr', { series: [...level, 70] }).signals).toEqual([
      { rule: 'beyondLimits', side: 'below', index: 10, points: [10] },
    ]);
    const shifted = [...level, ...level.map((value) => value + 3)];
    expect(answer('kpi.xmr', { series: shifted }).signals.map(({ rule }) => rule)).toContain(
      'eightOnOneSide',
    );
  });

  it('a month without a value is a gap, not a zero (rule 16)', () => {
    const { centre, movingRange } = answer('kpi.xmr', { series: [80, 82, null, 90, 92] });
    expect([centre, movingRange]).toEqual([86, { mean: 2, upper: 6.536 }]);
  });

  it('a series that never moves has limits at its centre and no signal', () => {
    const series = Array.from({ length: 12 }, () => '0.1');
    expect(answer('kpi.xmr', { series })).toMatchObject({
      centre: 0.1,
      limits: { lower: 0.1, upper: 0.1 },
      signals: [],
    });
  });

  it.each([
    ['no series', {}, 'input.missing', 'series'],
    ['one value', { series: [1] }, 'trend.tooShort', 'series'],
    ['no two side by side', { series: [1, null, 2] }, 'trend.tooShort', 'series'],
    ['text', { series: [1, 'x'] }, 'decimal.malformed', 'series.1'],
    ['too many', { series: Array.from({ length: 10_001 }, () => 1) }, 'trend.tooLong', 'series'],
  ])('refuses %s', (_, input, code, path) => {
    expect(answer('kpi.xmr', input)).toMatchObject({ code, detail: aSentence, path });
  });
});

describe('kpi.pchart', () => {
  it('centre is the ratio of sums (rule 13), limits follow each period’s size', () => {
    const chart = answer('kpi.pchart', {
      series: [{ count: 90, n: 100 }, { numerator: 380, denominator: 400 }, null, { passes: '0', n: 0 }],
    });
    const spread = (n: number) => 3 * Math.sqrt((0.94 * 0.06) / n);
    expect(chart).toMatchObject({
      centre: 0.94,
      values: [0.9, 0.95, null, null],
      limits: [
        { lower: expect.closeTo(0.94 - spread(100), 12), upper: 1 },
        { lower: expect.closeTo(0.94 - spread(400), 12), upper: expect.closeTo(0.94 + spread(400), 12) },
        null,
        null,
      ],
      signals: [],
    });
  });

  it('finds the period out of line', () => {
    const usual = Array.from({ length: 9 }, () => ({ count: 95, n: 100 }));
    expect(answer('kpi.pchart', { series: [...usual, { count: 80, n: 100 }] }).signals).toContainEqual({
      rule: 'beyondLimits',
      side: 'below',
      index: 9,
      points: [9],
    });
  });

  it('the upper limit never passes 1, nor the lower 0, and signals use the uncut ones', () => {
    const perfect = answer('kpi.pchart', {
      series: [
        { count: 10, n: 10 },
        { count: 10, n: 10 },
      ],
    });
    expect(perfect).toMatchObject({
      centre: 1,
      limits: [
        { lower: 1, upper: 1 },
        { lower: 1, upper: 1 },
      ],
      signals: [],
    });
    const rare = answer('kpi.pchart', {
      series: [
        { count: 0, n: 10 },
        { count: 1, n: 10 },
      ],
    });
    expect(rare).toMatchObject({ limits: [{ lower: 0 }, { lower: 0 }], signals: [] });
  });

  it.each([
    ['more than all', { series: [{ count: 3, n: 2 }] }, 'trend.notAProportion', 'series.0'],
    ['less than none', { series: [{ count: -1, n: 2 }] }, 'trend.notAProportion', 'series.0'],
    ['nothing counted', { series: [{ count: 0, n: 0 }] }, 'trend.tooShort', 'series'],
    ['no size', { series: [{ count: 1 }] }, 'input.missing', 'series.0.n'],
    ['no object', { series: [5] }, 'input.notAnObject', 'series.0'],
  ])('refuses %s', (_, input, code, path) => {
    expect(answer('kpi.pchart', input)).toMatchObject({ code, detail: aSentence, path });
  });
});
