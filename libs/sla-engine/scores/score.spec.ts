import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSentence } from '../a-sentence.fixture';
import { Exact } from '../decimals';
import { verdictStates } from '../targets/verdict-states';
import { valueOf } from '../value-of.fixture';
import { type Score, type ScoreInput, type ScoreResult, score } from './score';

const weights = [
  { id: 'speed', weight: 40 },
  { id: 'quality', weight: '35.5' },
  { id: 'complaints', weight: '24.5' },
];
const met = (id: string): ScoreResult => ({ id, state: 'met' });
const breached = (id: string, more: Partial<ScoreResult> = {}): ScoreResult => ({
  id,
  state: 'breached',
  ...more,
});
const allMet = [met('speed'), met('quality'), met('complaints')];
const bands = [
  { name: 'red', from: 0, to: 75 },
  { name: 'amber', from: 75, to: 90 },
  { name: 'green', from: 90, to: 100 },
];

function scored(input: Partial<ScoreInput>): Score {
  return valueOf(score({ weights, results: allMet, ...input }));
}

describe('semantics rule 25: weights, coverage and bands', () => {
  it('adds up what was met, and traces it', () => {
    expect(scored({ results: [met('speed'), breached('quality'), met('complaints')], bands })).toEqual({
      score: '64.5',
      band: 'red',
      coverage: '1',
      missing: [],
      lines: [
        { id: 'speed', weight: '40', points: '100' },
        { id: 'quality', weight: '35.5', points: '0' },
        { id: 'complaints', weight: '24.5', points: '100' },
      ],
      trace: [
        line('speed', '40', 'met', '100'),
        line('quality', '35.5', 'breached', '0'),
        line('complaints', '24.5', 'met', '100'),
        {
          rule: 'score.weighted',
          facts: { earned: '6450', covered: '100', coverage: '1', minimumCoverage: '0', score: '64.5' },
        },
        { rule: 'score.band', facts: { name: 'red', from: '0', to: '75' } },
      ],
    });
  });

  it('a metric without a verdict leaves its weight out and is listed', () => {
    const partly = scored({ results: [met('speed'), { id: 'quality', state: 'insufficientSample' }] });
    expect([partly.score, partly.coverage]).toEqual(['100', '0.4']);
    expect(partly.missing).toEqual([
      { id: 'quality', state: 'insufficientSample' },
      { id: 'complaints', state: 'notReported' },
    ]);
    expect(partly.trace[1]).toEqual({
      rule: 'score.lineMissing',
      facts: { id: 'quality', weight: '35.5', state: 'insufficientSample' },
    });
  });

  it.each(verdictStates.filter((state) => state !== 'met' && state !== 'breached'))(
    'semantics rule 16: %s scores neither 0 nor 100, whatever points come with it',
    (state) => {
      const result = scored({
        results: [met('speed'), met('quality'), { id: 'complaints', state, score: 80 }],
      });
      expect([result.score, result.missing]).toEqual(['100', [{ id: 'complaints', state }]]);
    },
  );

  it.each<[string, Partial<ScoreInput>, string | null]>([
    ['enough coverage', { minimumCoverage: '0.75', results: [met('speed'), met('quality')] }, '100'],
    ['exactly enough', { minimumCoverage: '0.755', results: [met('speed'), met('quality')] }, '100'],
    ['not enough', { minimumCoverage: '0.7551', results: [met('speed'), met('quality')] }, null],
    ['all of it asked and there', { minimumCoverage: 1 }, '100'],
    ['no verdict at all', { results: [] }, null],
  ])('coverage: %s', (_, input, expected) => {
    const result = scored({ ...input, bands });
    expect([result.score, result.band]).toEqual([expected, expected === null ? null : 'green']);
    expect(result.trace.some(({ rule }) => rule === 'score.withheld')).toBe(expected === null);
  });

  it.each([
    ['0', 'red'],
    ['74.99', 'red'],
    ['75', 'amber'],
    ['89.96', 'amber'],
    ['90', 'green'],
    ['100', 'green'],
  ])('%s points are %s', (points, band) => {
    const whole = [{ id: 'all', weight: 100 }];
    expect(scored({ weights: whole, results: [{ ...met('all'), score: points }], bands }).band).toBe(band);
  });

  it('without bands there is no band', () => {
    expect(scored({}).band).toBeNull();
  });
});

function line(id: string, weight: string, state: string, points: string): object {
  return { rule: 'score.line', facts: { id, weight, state, points, pointsRule: 'allOrNothing' } };
}

describe('how a result becomes points', () => {
  const atLeast80 = { comparator: '>=', value: '0.80' } as const;
  const only = [{ id: 'a', weight: 100 }];

  it.each<[string, ScoreResult, string]>([
    ['met', met('a'), '100'],
    ['breached, more is better', breached('a', { value: '0.60', target: atLeast80 }), '75'],
    ['points of its own', breached('a', { score: 42, value: 'x' }), '42'],
    ['no points of its own', { ...met('a'), score: null }, '100'],
  ])('by attainment: %s', (_, result, points) => {
    expect(scored({ weights: only, results: [result], points: 'attainment' }).score).toBe(points);
  });

  it('all or nothing unless the scorecard says otherwise', () => {
    const nearly = breached('a', { value: '0.79', target: atLeast80 });
    expect(scored({ weights: only, results: [nearly] }).score).toBe('0');
    expect(scored({ weights: only, results: [nearly], points: 'allOrNothing' }).score).toBe('0');
    expect(scored({ weights: only, results: [nearly], points: 'attainment' }).score).toBe('98.75');
  });
});

describe('laws of scores', () => {
  const results = fc.record({
    speed: fc.constantFrom(...verdictStates),
    quality: fc.constantFrom(...verdictStates),
    complaints: fc.constantFrom(...verdictStates),
  });

  it('coverage and what is missing add up to the whole weight', () => {
    fc.assert(
      fc.property(results, (states) => {
        const { coverage, missing } = scored({
          results: weights.map(({ id }) => ({ id, state: states[id as keyof typeof states] })),
        });
        const lost = missing.map(({ id }) => weights.find((weight) => weight.id === id)?.weight ?? 0);
        expect(Exact.sum(new Exact(coverage).times(100), ...lost).toFixed()).toBe('100');
      }),
      { seed: 25 },
    );
  });

  it('a result that turns from breached to met never lowers the score', () => {
    fc.assert(
      fc.property(results, (states) => {
        const at = (quality: 'met' | 'breached'): Exact => {
          const all = weights.map(({ id }) => ({
            id,
            state: id === 'quality' ? quality : states[id as keyof typeof states],
          }));
          return new Exact(scored({ results: all }).score ?? 0);
        };
        expect(at('met').gte(at('breached'))).toBe(true);
      }),
      { seed: 26 },
    );
  });
});

describe('malformed scorecards', () => {
  it.each<[string, Partial<ScoreInput>, string, string]>([
    [
      'weights that add to 99.9',
      { weights: [{ id: 'a', weight: '99.9' }], results: [] },
      'weights.sum',
      'weights',
    ],
    ['a result without a weight', { results: [met('speed'), met('other')] }, 'score.unweighted', 'results.1'],
    ['two results of one metric', { results: [met('speed'), met('speed')] }, 'score.duplicate', 'results.1'],
    ['a coverage', { minimumCoverage: 'x' }, 'decimal.malformed', 'minimumCoverage'],
    ['a coverage above all', { minimumCoverage: '1.01' }, 'score.coverage', 'minimumCoverage'],
    ['a negative coverage', { minimumCoverage: -1 }, 'score.coverage', 'minimumCoverage'],
    ['bands short of 100', { bands: [{ name: 'a', from: 0, to: 99 }] }, 'bands.hole', 'bands'],
    [
      'points that are none',
      { results: [{ ...met('speed'), score: 'x' }] },
      'decimal.malformed',
      'results.0.score',
    ],
    ['101 points', { results: [{ ...met('speed'), score: 101 }] }, 'score.range', 'results.0.score'],
    ['-1 points', { results: [{ ...met('speed'), score: -1 }] }, 'score.range', 'results.0.score'],
    [
      'attainment without a value',
      { points: 'attainment', results: [breached('speed', { target: { comparator: '>', value: 1 } })] },
      'score.attainment',
      'results.0',
    ],
    [
      'a target',
      {
        points: 'attainment',
        results: [breached('speed', { value: 1, target: { comparator: '>', value: 'x' } })],
      },
      'decimal.malformed',
      'results.0.target.value',
    ],
  ])('refuses %s', (_, input, code, path) => {
    expect(score({ weights, results: allMet, ...input })).toMatchObject({
      ok: false,
      problem: { code, detail: aSentence, path },
    });
  });

  it('takes a coverage of exactly nothing and exactly all', () => {
    expect([scored({ minimumCoverage: 0 }).score, scored({ minimumCoverage: 1 }).score]).toEqual([
      '100',
      '100',
    ]);
  });
});
