import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { readInput } from '../reading';
import { valueOf } from '../value-of.fixture';
import { defaultMetrics } from './default-metrics';
import type { MetricDefinition } from './metric-definition';
import { readDefinition } from './read-definition';

const read = (definition: unknown): ReturnType<typeof readInput<MetricDefinition>> =>
  readInput({ definition }, (input) => readDefinition(input, 'definition'));

describe('reading a definition', () => {
  it('fills in what was not said', () => {
    expect(valueOf(read({ numerator: 'answered' }))).toStrictEqual({
      id: 'metric',
      version: 1,
      unit: 'ratio',
      direction: 'higher',
      numerator: [{ measure: 'answered' }],
      denominator: [],
      source: '',
    });
  });

  it('keeps what was', () => {
    const definition = {
      id: 'x',
      version: 4,
      unit: 'seconds',
      direction: 'lower',
      numerator: [{ measure: 'a', weight: '2' }],
      denominator: [{ measure: 'b' }],
      threshold: { seconds: 30, comparison: '<' },
      shortAbandon: { seconds: 8, rule: 'outOfNumerator', measure: 'quick' },
      repeatWindowDays: 30,
      sampled: true,
      source: 'Clause 4',
    };
    expect(valueOf(read(definition))).toEqual(definition);
  });

  it('does not take a metric for sampled because it does not say', () => {
    expect(valueOf(read({ numerator: 'a', sampled: false })).sampled).toBe(false);
  });

  it('finds a metric of the default library by its id', () => {
    expect(valueOf(read('service_level'))).toBe(defaultMetrics[0]?.definition);
  });

  it.each([
    ['one measure', 'answered', [{ measure: 'answered' }]],
    ['camel case', 'answeredWithinThreshold', [{ measure: 'answered_within_threshold' }]],
    ['measures', ['answered', 'abandoned'], [{ measure: 'answered' }, { measure: 'abandoned' }]],
    [
      'a measure taken away',
      ['offered', '-answered'],
      [{ measure: 'offered' }, { measure: 'answered', weight: '-1' }],
    ],
    ['a plus sign', ['+ answered'], [{ measure: 'answered' }]],
    ['a minus sign and more space than needed', ['-  answered'], [{ measure: 'answered', weight: '-1' }]],
    ['a sign within the name', ['answered-late'], [{ measure: 'answered_late' }]],
    [
      'a plus where none is needed',
      [{ measure: 'answered', sign: '+', weight: '2' }],
      [{ measure: 'answered', weight: '2' }],
    ],
    ['the weight 1', [{ measure: 'answered', weight: 1 }], [{ measure: 'answered' }]],
    [
      'the weight -1',
      [{ measure: 'answered', sign: '+', weight: -1 }],
      [{ measure: 'answered', weight: '-1' }],
    ],
    [
      'a measure of the catalogue that says offered',
      ['callbacks_offered'],
      [{ measure: 'callbacks_offered' }],
    ],
    ['one term', { measure: 'answered', weight: 2 }, [{ measure: 'answered', weight: '2' }]],
    ['a sign', [{ measure: 'answered', sign: '-' }], [{ measure: 'answered', weight: '-1' }]],
    [
      'a sign and a weight',
      [{ measure: 'answered', sign: '-', weight: '-3' }],
      [{ measure: 'answered', weight: '3' }],
    ],
    [
      'weights by measure',
      { answered: 1, abandoned: -1 },
      [
        { measure: 'answered', weight: '1' },
        { measure: 'abandoned', weight: '-1' },
      ],
    ],
    [
      'an own measure of abandoned calls',
      ['lost_abandoned'],
      [{ measure: 'lost_abandoned', countsShortAbandons: true }],
    ],
    [
      'an own measure of offered calls',
      ['voice_offered'],
      [{ measure: 'voice_offered', countsShortAbandons: true }],
    ],
    ['an own measure of late abandons', ['abandoned_after_30s'], [{ measure: 'abandoned_after_30s' }]],
    [
      'an own measure, by its word',
      [{ measure: 'all', countsShortAbandons: true }],
      [{ measure: 'all', countsShortAbandons: true }],
    ],
    [
      'an own measure, against its name',
      [{ measure: 'x_offered', countsShortAbandons: false }],
      [{ measure: 'x_offered', countsShortAbandons: false }],
    ],
  ])('a sum may be %s', (_, numerator, terms) => {
    expect(valueOf(read({ numerator })).numerator).toStrictEqual(terms);
  });

  it.each([
    ['a rule', 'outOfBoth', { seconds: 5, rule: 'outOfBoth' }],
    ['a rule in words', 'out of numerator', { seconds: 5, rule: 'outOfNumerator' }],
    ['a rule and seconds', { rule: 'kept', seconds: 3 }, { seconds: 3, rule: 'kept' }],
    ['a rule with dashes', 'out-of-both', { seconds: 5, rule: 'outOfBoth' }],
    ['seconds by another name', { rule: 'kept', thresholdSeconds: '2.5' }, { seconds: 2.5, rule: 'kept' }],
    ['a treatment', { treatment: 'OUT_OF_BOTH' }, { seconds: 5, rule: 'outOfBoth' }],
    [
      'a measure',
      { rule: 'outOfBoth', measure: 'Quick Abandons' },
      { seconds: 5, rule: 'outOfBoth', measure: 'quick_abandons' },
    ],
  ])('short abandons may be %s', (_, shortAbandon, expected) => {
    expect(valueOf(read({ numerator: 'a', shortAbandon })).shortAbandon).toEqual(expected);
  });

  it.each([
    ['seconds', { threshold: 20 }, { seconds: 20, comparison: '<=' }],
    [
      'seconds by another name',
      { thresholdSeconds: '30', comparison: '<' },
      { seconds: 30, comparison: '<' },
    ],
    ['an object', { threshold: { seconds: 20 } }, { seconds: 20, comparison: '<=' }],
    ['seconds and a comparison', { threshold: 20, comparison: '<' }, { seconds: 20, comparison: '<' }],
  ])('a threshold may be %s', (_, more, threshold) => {
    expect(valueOf(read({ numerator: 'a', ...more })).threshold).toEqual(threshold);
  });

  it('a reading brings sums and the rule of short abandons, seconds come from the contract', () => {
    expect(valueOf(read({ reading: 'shortAbandonsOut' }))).toMatchObject({
      numerator: [{ measure: 'answered_within_threshold' }],
      denominator: [{ measure: 'answered' }, { measure: 'abandoned' }],
      shortAbandon: { seconds: 5, rule: 'outOfBoth' },
    });
    expect(
      valueOf(read({ reading: 'abandonedAfterLimit', shortAbandon: { seconds: 30 } })).shortAbandon,
    ).toEqual({
      seconds: 30,
      rule: 'outOfNumerator',
    });
    expect(
      valueOf(read({ reading: 'abandonedAfterLimit', shortAbandon: { rule: 'kept' } })).shortAbandon,
    ).toEqual({ seconds: 5, rule: 'kept' });
    expect(
      valueOf(read({ reading: 'abandonedAfterLimit', shortAbandons: { treatment: 'kept' } })).shortAbandon,
    ).toEqual({ seconds: 5, rule: 'kept' });
  });

  it.each(['shortAbandon', 'shortAbandons', 'shortAbandonRule'])(
    'short abandons may be called %s',
    (name) => {
      expect(valueOf(read({ numerator: 'a', [name]: 'kept' })).shortAbandon).toEqual({
        seconds: 5,
        rule: 'kept',
      });
    },
  );

  it.each([
    [
      'a reading',
      { reading: 'best' },
      'definition.reading',
      /^Expected one of: abandonedInTimeCounts, ofAnswered, .*abandonedAfterLimit\.$/,
    ],
    [
      'a rule',
      { numerator: 'a', shortAbandon: 'x' },
      'input.notAChoice',
      /^Expected one of: kept, outOfBoth, outOfNumerator\.$/,
    ],
    ['a metric', 'speed', 'definition.unknown', /^The library has no metric "speed"\.$/],
  ])('names what %s may be', (_, definition, code, detail) => {
    expect(read(definition)).toMatchObject({ problem: { code, detail: expect.stringMatching(detail) } });
  });

  it.each([
    ['a metric the library does not have', 'speed', 'definition.unknown', 'definition'],
    ['a reading nobody uses', { reading: 'best' }, 'definition.reading', 'definition.reading'],
    ['no numerator', {}, 'input.missing', 'definition.numerator'],
    ['a number for a sum', { numerator: 5 }, 'input.notAnObject', 'definition.numerator'],
    ['a number for a term', { numerator: [5] }, 'input.notAnObject', 'definition.numerator.0'],
    [
      'a term without a measure',
      { numerator: [{ weight: 1 }] },
      'input.missing',
      'definition.numerator.0.measure',
    ],
    ['a weight', { numerator: { answered: 'x' } }, 'decimal.malformed', 'definition.numerator.answered'],
    [
      'a sign',
      { numerator: [{ measure: 'a', sign: '*' }] },
      'input.notAChoice',
      'definition.numerator.0.sign',
    ],
    [
      'a rule of short abandons',
      { numerator: 'a', shortAbandon: 'ignored' },
      'input.notAChoice',
      'definition.shortAbandon',
    ],
    [
      'short abandons without a rule',
      { numerator: 'a', shortAbandon: {} },
      'input.missing',
      'definition.shortAbandon.rule',
    ],
    [
      'a rule of short abandons in an object',
      { numerator: 'a', shortAbandon: { treatment: 'ignored' } },
      'input.notAChoice',
      'definition.shortAbandon.treatment',
    ],
    [
      'seconds of short abandons',
      { numerator: 'a', shortAbandon: { rule: 'kept', seconds: 'x' } },
      'decimal.malformed',
      'definition.shortAbandon.seconds',
    ],
    [
      'a comparison of a threshold',
      { numerator: 'a', threshold: { seconds: 20, comparison: '>' } },
      'input.notAChoice',
      'definition.threshold.comparison',
    ],
    ['a threshold', { numerator: 'a', threshold: 'x' }, 'decimal.malformed', 'definition.threshold'],
    ['a direction', { numerator: 'a', direction: 'up' }, 'input.notAChoice', 'definition.direction'],
    ['a version', { numerator: 'a', version: 1.5 }, 'input.notWhole', 'definition.version'],
    ['a denominator', { numerator: 'a', denominator: 5 }, 'input.notAnObject', 'definition.denominator'],
    ['a unit', { numerator: 'a', unit: 'furlongs' }, 'input.notAChoice', 'definition.unit'],
    ['nothing', null, 'input.missing', 'definition'],
  ])('refuses %s', (_, definition, code, path) => {
    expect(read(definition)).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });
});
