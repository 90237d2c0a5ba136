import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
import { type TriggerMonth, type TriggerRule, trigger } from './trigger';

const letters = (series: string): TriggerMonth[] => [...series] as ('P' | 'F' | '?')[];
const threeInARow: TriggerRule = { kind: 'consecutive', n: 3 };
const twoOfThree: TriggerRule = { kind: 'kOfN', k: 2, n: 3 };

describe('semantics rule 23: repeat rules skip and flag months without a verdict', () => {
  it.each<[string, TriggerRule, string, boolean, readonly number[]]>([
    ['three in a row', threeInARow, 'PFFF', true, []],
    ['two in a row', threeInARow, 'PFF', false, []],
    ['broken by a pass', threeInARow, 'FFPF', false, []],
    ['as of the last month: it was so before', threeInARow, 'FFFP', false, []],
    ['a month without a verdict is no reset', threeInARow, 'FF?F', true, [2]],
    ['nor a miss', threeInARow, 'F?F', false, [1]],
    ['several without a verdict', threeInARow, '?F?FF?', true, [0, 2, 5]],
    ['too short a series', threeInARow, 'FF', false, []],
    ['no month at all', threeInARow, '', false, []],
    ['two of the last three', twoOfThree, 'PFPF', true, []],
    ['one of the last three', twoOfThree, 'FFPPF', false, []],
    ['skipped months reach further back', twoOfThree, 'F?PF', true, [1]],
    ['two of fewer than three', twoOfThree, 'FF', true, []],
    ['one single miss', { kind: 'consecutive', n: 1 }, 'PF', true, []],
  ])('%s', (_, rule, series, triggered, skipped) => {
    expect(valueOf(trigger(rule, letters(series)))).toMatchObject({
      triggered,
      undecided: skipped.length,
      skipped,
    });
  });

  it('says what it looked at', () => {
    expect(valueOf(trigger(twoOfThree, letters('PF?F'))).trace).toEqual([
      {
        rule: 'trigger.misses',
        facts: { kind: 'kOfN', needed: 2, n: 3, looked: 'PFF', failed: 2, skipped: [2], triggered: true },
      },
    ]);
  });

  it('law: months without a verdict, put anywhere, change nothing but the count', () => {
    const months = fc.array(fc.constantFrom<TriggerMonth>('P', 'F', '?'), { maxLength: 24 });
    fc.assert(
      fc.property(months, fc.constantFrom(threeInARow, twoOfThree), (series, rule) => {
        const decided = series.filter((month) => month !== '?');
        const [all, without] = [valueOf(trigger(rule, series)), valueOf(trigger(rule, decided))];
        expect([all.triggered, all.undecided]).toEqual([without.triggered, series.length - decided.length]);
      }),
      { seed: 23 },
    );
  });
});

describe('a rolling average', () => {
  const below80: TriggerRule = { kind: 'rollingAverage', n: 3, target: { comparator: '>=', value: '0.80' } };
  const values = (...months: (number | '?')[]): TriggerMonth[] =>
    months.map((value) => (value === '?' ? '?' : { value }));

  it.each<[string, readonly TriggerMonth[], boolean, string | null, number]>([
    ['misses', values(0.7, 0.8, 0.81), true, '0.77', 0],
    ['meets exactly', values(0.7, 0.8, 0.9), false, '0.8', 0],
    [
      'looks at the last three only',
      values(0.1, 0.8, 0.8, 0.9),
      false,
      '0.8333333333333333333333333333333333',
      0,
    ],
    ['skips and flags a month without a verdict', values(0.7, '?', 0.8), true, '0.75', 1],
    ['looks past it', values(0.7, 0.8, '?', 0.81), true, '0.77', 1],
    ['waits for a series as long as its span', values(0.1, 0.1), false, null, 0],
    ['has nothing to average', values('?', '?', '?'), false, null, 3],
    [
      'averages sums as a ratio of sums (rule 13)',
      [sums(240, 250), sums(15, 20), sums(5, 30)],
      false,
      '0.8666666666666666666666666666666667',
      0,
    ],
    ['skips a month without volume', [sums(70, 100), sums(0, 0), sums(80, 100)], true, '0.75', 1],
    [
      'takes verdicts as the share that passed',
      letters('PPF'),
      true,
      '0.6666666666666666666666666666666667',
      0,
    ],
  ])('%s', (_, series, triggered, average, undecided) => {
    expect(valueOf(trigger(below80, series))).toMatchObject({ triggered, average, undecided });
  });

  it('says what it divided', () => {
    expect(valueOf(trigger(below80, [sums(70, 100), '?', sums(80, 100)])).trace).toEqual([
      {
        rule: 'trigger.average',
        facts: {
          n: 3,
          months: 2,
          numerator: '150',
          denominator: '200',
          average: '0.75',
          skipped: [1],
          triggered: true,
        },
      },
    ]);
  });
});

function sums(numerator: number, denominator: number): TriggerMonth {
  return { numerator, denominator };
}

describe('malformed triggers', () => {
  const average: TriggerRule = { kind: 'rollingAverage', n: 2, target: { comparator: '>=', value: 1 } };

  it.each<[string, TriggerRule, readonly TriggerMonth[], string, string]>([
    ['n of zero', { kind: 'consecutive', n: 0 }, [], 'trigger.n', 'rule.n'],
    ['half an n', { kind: 'consecutive', n: 1.5 }, [], 'trigger.n', 'rule.n'],
    ['k of zero', { kind: 'kOfN', k: 0, n: 3 }, [], 'trigger.k', 'rule.k'],
    ['half a k', { kind: 'kOfN', k: 1.5, n: 3 }, [], 'trigger.k', 'rule.k'],
    ['k above n', { kind: 'kOfN', k: 4, n: 3 }, [], 'trigger.k', 'rule.k'],
    ['a value where verdicts are needed', threeInARow, ['F', { value: 1 }], 'trigger.month', 'series.1'],
    ['a value that is no number', average, [{ value: 'x' }], 'decimal.malformed', 'series.0.value'],
    ['a numerator', average, [{ numerator: 'x', denominator: 1 }], 'decimal.malformed', 'series.0.numerator'],
    [
      'a denominator',
      average,
      [{ numerator: 1, denominator: 'x' }],
      'decimal.malformed',
      'series.0.denominator',
    ],
    ['a negative denominator', average, [sums(1, -1)], 'kpi.negativeDenominator', 'series.0.denominator'],
    ['values and sums', average, [{ value: 1 }, sums(1, 1)], 'trigger.mixed', 'series'],
    ['values and verdicts', average, [{ value: 1 }, 'P'], 'trigger.mixed', 'series'],
    [
      'a target',
      { ...average, target: { comparator: '>=', value: 'x' } },
      [],
      'decimal.malformed',
      'rule.target.value',
    ],
  ])('refuses %s', (_, rule, series, code, path) => {
    expect(trigger(rule, series)).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });
});
