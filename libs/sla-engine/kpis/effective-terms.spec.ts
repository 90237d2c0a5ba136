import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
import { effectiveTerms } from './effective-terms';
import type { MetricDefinition } from './metric-definition';
import { shareDefinition } from './share-definition';

const share = shareDefinition('sl', 'answered', 'offered', 'K1');
const termsOf = (more: Partial<MetricDefinition>) => {
  const { numerator, denominator, shortAbandon } = valueOf(effectiveTerms({ ...share, ...more }));
  const written = (terms: typeof numerator) =>
    terms.map(({ measure, weight }) => `${weight.toFixed()} ${measure}`);
  return {
    numerator: written(numerator),
    denominator: written(denominator),
    taken: shortAbandon && [
      shortAbandon.measure,
      shortAbandon.fromNumerator.toFixed(),
      shortAbandon.fromDenominator.toFixed(),
    ],
  };
};

describe('the terms of a definition after its short-abandon rule (rule 14)', () => {
  it.each<[string, Partial<MetricDefinition>, ReturnType<typeof termsOf>]>([
    ['none is said', {}, { numerator: ['1 answered'], denominator: ['1 offered'], taken: null }],
    [
      'they are kept',
      { shortAbandon: { seconds: 5, rule: 'kept' } },
      { numerator: ['1 answered'], denominator: ['1 offered'], taken: null },
    ],
    [
      'out of both leaves a sum that never counted them as it is',
      { shortAbandon: { seconds: 5, rule: 'outOfBoth' } },
      {
        numerator: ['1 answered'],
        denominator: ['1 offered', '-1 short_abandoned'],
        taken: ['short_abandoned', '0', '1'],
      },
    ],
    [
      'out of the numerator only',
      {
        numerator: [{ measure: 'abandoned' }],
        shortAbandon: { seconds: 5, rule: 'outOfNumerator' },
      },
      {
        numerator: ['1 abandoned', '-1 short_abandoned'],
        denominator: ['1 offered'],
        taken: ['short_abandoned', '1', '0'],
      },
    ],
    [
      'as often as the sum counts them, under the measure named',
      {
        numerator: [
          { measure: 'offered', weight: 2 },
          { measure: 'abandoned', weight: '-0.5' },
        ],
        shortAbandon: { seconds: 5, rule: 'outOfBoth', measure: 'quick' },
      },
      {
        numerator: ['2 offered', '-0.5 abandoned', '-1.5 quick'],
        denominator: ['1 offered', '-1 quick'],
        taken: ['quick', '1.5', '1'],
      },
    ],
    [
      'a measure of the tenant’s own counts them where it says so',
      {
        numerator: [{ measure: 'hung_up', countsShortAbandons: true }, { measure: 'transferred' }],
        shortAbandon: { seconds: 5, rule: 'outOfNumerator' },
      },
      {
        numerator: ['1 hung_up', '1 transferred', '-1 short_abandoned'],
        denominator: ['1 offered'],
        taken: ['short_abandoned', '1', '0'],
      },
    ],
    [
      'one of the catalogue does what the catalogue says',
      {
        numerator: [{ measure: 'answered', countsShortAbandons: true }],
        shortAbandon: { seconds: 5, rule: 'outOfNumerator' },
      },
      { numerator: ['1 answered'], denominator: ['1 offered'], taken: ['short_abandoned', '0', '0'] },
    ],
  ])('%s', (_, more, expected) => {
    expect(termsOf(more)).toEqual(expected);
  });

  it.each<[string, Partial<MetricDefinition>, string, string]>([
    ['no numerator', { numerator: [] }, 'definition.noNumerator', 'numerator'],
    [
      'a weight above',
      { numerator: [{ measure: 'a' }, { measure: 'b', weight: 'x' }] },
      'decimal.malformed',
      'numerator.1.weight',
    ],
    [
      'a weight below',
      { denominator: [{ measure: 'a', weight: 'x' }] },
      'decimal.malformed',
      'denominator.0.weight',
    ],
  ])('refuses %s', (_, more, code, path) => {
    expect(effectiveTerms({ ...share, ...more })).toMatchObject({
      problem: { code, detail: aSentence, path },
    });
  });
});
