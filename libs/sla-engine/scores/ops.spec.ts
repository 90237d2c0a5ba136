import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { ops } from './ops';

const compute = (input: object): unknown =>
  ops['score.compute']?.({ weights: { a: 60, b: 40 }, results: { a: 'met', b: 'breached' }, ...input });

describe('score.compute', () => {
  it.each<[string, object, object]>([
    ['weights and states by id', {}, { score: '60', coverage: '1' }],
    [
      'lists',
      {
        weights: [
          { id: 'a', weight: 60 },
          { metric: 'b', weight: '40' },
        ],
        results: [
          { id: 'b', state: 'met' },
          { metric: 'a', state: 'breached' },
        ],
      },
      { score: '40' },
    ],
    [
      'names',
      { weights: [{ name: 'a', weight: 100 }], results: [{ name: 'a', state: 'met' }] },
      { score: '100' },
    ],
    ['points by id', { results: { a: 90, b: '50' } }, { score: '74' }],
    [
      'points in a list',
      {
        results: [
          { id: 'a', score: 90 },
          { id: 'b', points: 50 },
        ],
      },
      { score: '74' },
    ],
    [
      'a value alone is points',
      {
        results: [
          { id: 'a', value: 90 },
          { id: 'b', value: 50 },
        ],
      },
      { score: '74' },
    ],
    [
      'a value and a target are judged',
      { results: { a: { value: 0.7, target: 0.8 }, b: { value: 0.8, target: 0.8 } } },
      { score: '40' },
    ],
    [
      'attainment',
      { points: 'attainment', results: { a: { state: 'breached', value: 0.6, target: 0.8 }, b: 'met' } },
      { score: '85' },
    ],
    [
      'nothing for an id',
      { results: { a: 'met' } },
      { score: '100', coverage: '0.6', missing: [{ id: 'b', state: 'notReported' }] },
    ],
    [
      'null for an id',
      { results: { a: 'met', b: null } },
      { coverage: '0.6', missing: [{ id: 'b', state: 'notReported' }] },
    ],
    [
      'a result of nothing',
      { results: { a: 'met', b: {} } },
      { missing: [{ id: 'b', state: 'notReported' }] },
    ],
    [
      'null points',
      {
        results: [
          { id: 'a', state: 'met' },
          { id: 'b', score: null },
        ],
      },
      { missing: [{ id: 'b', state: 'notReported' }] },
    ],
    [
      'a state in words',
      { results: { a: 'met', b: 'insufficient sample' } },
      { missing: [{ id: 'b', state: 'insufficientSample' }] },
    ],
    [
      'a state in capitals',
      { results: { a: 'met', b: { state: 'NO_VOLUME' } } },
      { missing: [{ id: 'b', state: 'noVolume' }] },
    ],
    [
      'coverage as a share',
      { minimumCoverage: 0.6, results: { a: 'met' } },
      { score: '100', coverage: '0.6' },
    ],
    [
      'coverage as a percentage',
      { minimumCoverage: 60, results: { a: 'met' } },
      { score: '100', coverage: '60' },
    ],
    [
      'too little coverage',
      { minimumCoverage: '60.1', results: { a: 'met' } },
      { score: null, coverage: '60' },
    ],
    ['coverage of everything', { minimumCoverage: 1 }, { score: '60', coverage: '1' }],
    [
      'bands by their starts',
      {
        bands: [
          { name: 'low', from: 0 },
          { name: 'high', from: 60 },
        ],
      },
      { band: 'high' },
    ],
  ])('takes %s', (_, input, expected) => {
    expect(compute(input)).toMatchObject({ ok: true, value: expected });
  });

  it.each<[string, object, string, string]>([
    ['weights that add to 1', { weights: { a: '0.6', b: '0.4' } }, 'weights.sum', 'weights'],
    ['no weights', { weights: null }, 'input.missing', 'weights'],
    ['no results', { results: null }, 'input.missing', 'results'],
    ['a weight', { weights: { a: 'x' } }, 'decimal.malformed', 'weights.a'],
    ['a weight of nothing', { weights: { a: 100, b: 0 } }, 'weights.notPositive', 'weights.b'],
    [
      'a listed weight of nothing',
      { weights: [{ id: 'a', weight: 0 }] },
      'weights.notPositive',
      'weights.0.weight',
    ],
    ['points above the scale', { results: { a: 101 } }, 'score.range', 'results.a'],
    [
      'points above the scale in an object',
      { results: { a: { score: 101 } } },
      'score.range',
      'results.a.score',
    ],
    ['a result nobody weighs', { results: { a: 1, c: 1 } }, 'score.unweighted', 'results.c'],
    ['a weight without an id', { weights: [{ weight: 100 }] }, 'input.missing', 'weights.0.id'],
    [
      'an unknown family',
      { weights: [{ id: 'a', weight: 100, family: 'luck' }] },
      'input.notAChoice',
      'weights.0.family',
    ],
    ['a result without an id', { results: [{ state: 'met' }] }, 'input.missing', 'results.0.id'],
    ['an unknown state', { results: { a: 'fine' } }, 'input.notAChoice', 'results.a'],
    [
      'an unknown state in a list',
      { results: [{ id: 'a', state: 'fine' }] },
      'input.notAChoice',
      'results.0.state',
    ],
    ['points', { results: { a: '1.2.3' } }, 'decimal.malformed', 'results.a'],
    ['a flag', { results: { a: true } }, 'decimal.malformed', 'results.a'],
    ['a target', { results: [{ id: 'a', value: 1, target: 'x' }] }, 'decimal.malformed', 'results.0.target'],
    [
      'a target of a value to judge',
      { results: { a: { value: 1, target: { band: [2, 1] } } } },
      'target.emptyBand',
      'results.a.target.band',
    ],
    ['coverage below nothing', { minimumCoverage: -1 }, 'score.coverage', 'minimumCoverage'],
    ['coverage above all', { minimumCoverage: 101 }, 'score.coverage', 'minimumCoverage'],
    ['bands that leave a hole', { bands: [{ from: 1, to: 100 }] }, 'bands.hole', 'bands'],
    ['a rule of points', { points: 'generous' }, 'input.notAChoice', 'points'],
  ])('refuses %s', (_, input, code, path) => {
    expect(compute(input)).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });
});

describe('score.speedWeight', () => {
  const balance = (weights: unknown, reason?: string): unknown =>
    ops['score.speedWeight']?.(reason === undefined ? { weights } : { weights, reason });
  const fast = [
    { id: 'a', weight: 60, family: 'speed' },
    { id: 'b', weight: 40, family: 'quality' },
  ];

  it('refuses without a reason and passes with one', () => {
    expect(balance(fast)).toMatchObject({ problem: { code: 'speed.outweighs' } });
    expect(balance(fast, 'New line')).toMatchObject({
      value: { speed: '60', qualityAndCompliance: '40', excepted: true },
    });
    expect(balance('x')).toMatchObject({ problem: { code: 'input.notAnObject', path: 'weights' } });
  });
});
