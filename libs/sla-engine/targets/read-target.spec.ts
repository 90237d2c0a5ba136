import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { readInput } from '../reading';
import { readSampleRule, readTarget, readTargetFields } from './read-target';

const target = (value: unknown, beside: object = {}) =>
  readInput({ target: value, ...beside }, (input) => readTarget(input, 'target'));

describe('readTarget', () => {
  it.each([
    ['>=', ['>=', '≥', 'gte', 'atLeast']],
    ['>', ['>', 'gt', 'above']],
    ['<=', ['<=', '≤', 'lte', 'atMost']],
    ['<', ['<', 'lt', 'below']],
  ])('%s may be spelt %j', (comparator, spellings) => {
    for (const spelling of spellings) {
      expect(target({ comparator: spelling, value: '0.80' })).toEqual({
        ok: true,
        value: { comparator, value: '0.8' },
      });
    }
  });

  it.each([
    ['a bare number is at least that', 0.8, {}, { comparator: '>=', value: '0.8' }],
    ['a bare decimal string too', '0.80', {}, { comparator: '>=', value: '0.8' }],
    ['its comparator may stand beside it', 0.05, { comparator: '<' }, { comparator: '<', value: '0.05' }],
    ['the value under another name', { comparator: '>', target: 1 }, {}, { comparator: '>', value: '1' }],
    ['as a threshold', { comparator: '>', threshold: 2 }, {}, { comparator: '>', value: '2' }],
    ['a band', { band: { low: 240, high: 360 } }, {}, { band: { low: '240', high: '360' } }],
    ['from and to', { band: { from: 1, to: 2 } }, {}, { band: { low: '1', high: '2' } }],
    ['min and max', { band: { min: 1, max: 2 } }, {}, { band: { low: '1', high: '2' } }],
    ['a pair', { band: [240, '360'] }, {}, { band: { low: '240', high: '360' } }],
  ])('takes %s', (_, value, beside, expected) => {
    expect(target(value, beside)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['nothing', null, 'input.missing', 'target'],
    ['neither comparator nor band', { value: 1 }, 'input.missing', 'target.comparator'],
    ['an unknown comparator', { comparator: '=', value: 1 }, 'target.comparator', 'target.comparator'],
    ['what every object has', { comparator: 'toString', value: 1 }, 'target.comparator', 'target.comparator'],
    ['no value', { comparator: '>=' }, 'input.missing', 'target.value'],
    ['one edge', { band: [1] }, 'target.emptyBand', 'target.band'],
    ['three edges', { band: [1, 2, 3] }, 'target.emptyBand', 'target.band'],
    ['a band without a low edge', { band: { high: 1 } }, 'input.missing', 'target.band.low'],
    ['a band without a high edge', { band: { low: 1 } }, 'input.missing', 'target.band.high'],
  ])('refuses %s', (_, value, code, path) => {
    expect(target(value)).toMatchObject({ problem: { code, detail: aSentence, path } });
  });
});

it('readTargetFields reads the same fields where they stand', () => {
  expect(readInput({ comparator: 'atMost', value: 5 }, readTargetFields)).toEqual({
    ok: true,
    value: { comparator: '<=', value: '5' },
  });
});

describe('readSampleRule', () => {
  it.each([
    ['neither', {}, undefined],
    ['a least size', { minimumN: 30 }, { minimumN: 30 }],
    ['a confidence', { confidence: '0.90' }, { confidence: '0.9' }],
    ['both', { minimumN: 0, confidence: 0.99 }, { minimumN: 0, confidence: '0.99' }],
  ])('%s', (_, input, rule) => {
    expect(readInput(input, readSampleRule)).toEqual({ ok: true, value: rule });
  });

  it.each([
    ['half a case', { minimumN: 1.5 }, 'input.notWhole', 'minimumN'],
    ['a confidence in words', { confidence: 'high' }, 'decimal.malformed', 'confidence'],
  ])('refuses %s', (_, input, code, path) => {
    expect(readInput(input, readSampleRule)).toMatchObject({ problem: { code, path } });
  });
});
