import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { ops } from './ops';
import type { TraceStep } from '../trace';
import type { TrendSignal } from './trend-signal';

type Chart = {
  centre: number;
  limits: { lower: number; upper: number };
  movingRange: object;
  signals: TrendSignal[];
  trace: TraceStep[];
};

function answer(op: string, input: unknown): Chart & { code?: string; path?: string } {
  const outcome = ops[op]?.(input);
  return (outcome?.ok === true ? outcome.value : outcome?.problem) as Chart;
}

describe('kpi.xmr', () => {
  it('mean ± 2.660 × mean moving range', () => {
    expect(answer('kpi.xmr', { series: [80, '82', { value: 81 }] })).toEqual({
      centre: 81,
      limits: { lower: 77.01, upper: 84.99 },
      movingRange: { mean: 1.5, upper: 4.902 },
      signals: [],
      trace: [
        { rule: 'trend.mean', facts: { values: 3, gaps: 0, centre: '81' } },
        { rule: 'trend.movingRange', facts: { ranges: 2, mean: '1.5', factor: '3.268', upper: '4.902' } },
        {
          rule: 'trend.limits',
          facts: { centre: '81', factor: '2.660', meanRange: '1.5', lower: '77.01', upper: '84.99' },
        },
        { rule: 'trend.noSignal', facts: {} },
      ],
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
    expect(chart.trace.map(({ rule }) => rule)).toEqual([
      'trend.proportion',
      'trend.limitsOfSize',
      'trend.limitsOfSize',
      'trend.noSignal',
    ]);
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
