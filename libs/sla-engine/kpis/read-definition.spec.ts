import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { readInput } from '../reading';
import { valueOf } from '../value-of.fixture';
import { defaultMetrics } from './default-metrics';
import { measureCode } from './measure-code';
import type { MetricDefinition } from './metric-definition';
import { ops } from './ops';
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

describe('kpi.value', () => {
  const value = (input: object): unknown =>
    ops['kpi.value']?.({ definition: { numerator: 'answered', denominator: 'offered' }, ...input });

  it.each([
    ['flat rows', [{ answered: 8, offered: 10 }]],
    ['amounts', [{ amounts: { answered: 8, offered: 10 } }]],
    ['counts', [{ counts: { answered: '8', offered: '10' } }]],
    [
      'measures in camel case, beside a name and a start',
      [{ row: 3, start: '2026-01-01T00:00:00Z', measures: { Answered: 8, offered: 10 } }],
    ],
  ])('takes %s', (_, rows) => {
    expect(value({ rows })).toMatchObject({ ok: true, value: { value: '0.8' } });
  });

  it('what a flat row says of itself is no measure', () => {
    const own = {
      id: 'a',
      row: 1,
      line: 2,
      file: 'march.csv',
      fileName: 'march.csv',
      startsAt: '2026-03-01T00:00:00Z',
      start: '2026-03-01T00:00:00Z',
      endsAt: '2026-03-01T00:30:00Z',
      end: '2026-03-01T00:30:00Z',
    };
    expect(value({ rows: [{ ...own, answered: 8, offered: 10 }] })).toMatchObject({
      value: { value: '0.8' },
    });
    expect(value({ rows: [{ amounts: { ...own, answered: 8, offered: 10 } }] })).toMatchObject({
      problem: { code: 'decimal.malformed', path: 'rows.0.amounts.id' },
    });
  });

  it('the measure of short abandons that the definition names is the one', () => {
    const definition = {
      numerator: 'answered',
      denominator: 'offered',
      shortAbandon: { rule: 'outOfBoth', measure: 'quick' },
    };
    expect(value({ definition, rows: [{ answered: 8, offered: 12, short: 1, quick: 2 }] })).toMatchObject({
      value: { value: '0.8' },
    });
  });

  it('one row that spells the measure of short abandons is enough', () => {
    const definition = { numerator: 'answered', denominator: 'offered', shortAbandon: 'outOfBoth' };
    const rows = [
      { answered: 8, offered: 11, short: 1 },
      { answered: 8, offered: 10 },
    ];
    expect(value({ definition, rows })).toMatchObject({
      value: { value: '0.8', excluded: [{ rows: ['1'], measures: ['short'] }, { reason: 'shortAbandon' }] },
    });
  });

  it('keeps what an exclusion says of itself', () => {
    const exclusion = { id: 'X1', kind: 'clientOutage', reason: 'Network down', approvedBy: 'A' };
    const rows = [{ answered: 8, offered: 14 }];
    expect(value({ rows, exclusions: [{ ...exclusion, amounts: { offered: 4 } }] })).toMatchObject({
      value: {
        trace: expect.arrayContaining([
          { rule: 'kpi.exclusion', facts: { ...exclusion, rows: 0, amounts: { offered: '4' } } },
        ]),
      },
    });
  });

  it('without any measure of short abandons the rows lack it', () => {
    const definition = { numerator: 'answered', denominator: 'offered', shortAbandon: 'outOfBoth' };
    expect(value({ definition, rows: [{ answered: 8, offered: 10 }] })).toMatchObject({
      value: { basis: 'notReported', excluded: [{ measures: ['short_abandoned'] }] },
    });
  });

  it('names rows by their id, row or line, else by position', () => {
    const rows = [
      { id: 'a', offered: 1 },
      { row: 7, offered: 1 },
      { line: 9, offered: 1 },
      { row: '7a', offered: 1 },
      { line: '9b', offered: 1 },
      { offered: 1, answered: '' },
      { offered: 1, answered: null },
    ];
    expect(value({ rows })).toMatchObject({
      value: { excluded: [{ rows: ['a', '7', '9', '7a', '9b', '5', '6'], measures: ['answered'] }] },
    });
  });

  it.each(['short_abandoned', 'short_abandons', 'abandoned_short', 'short'])(
    'finds short abandons spelt %s',
    (spelling) => {
      const definition = { numerator: 'answered', denominator: 'offered', shortAbandon: 'outOfBoth' };
      expect(value({ definition, rows: [{ answered: 8, offered: 11, [spelling]: 1 }] })).toMatchObject({
        value: { value: '0.8' },
      });
    },
  );

  it('takes out approved exclusions, by period or amount', () => {
    const rows = [
      { answered: 8, offered: 10, startsAt: '2026-01-01T00:00:00Z' },
      { answered: 0, offered: 10, startsAt: '2026-01-01T00:30:00Z' },
    ];
    const period = { start: '2026-01-01T00:30:00Z', end: '2026-01-01T01:00:00Z' };
    expect(value({ rows, exclusions: [{ approvedBy: 'A', period }] })).toMatchObject({
      value: {
        value: '0.8',
        excluded: [{ exclusionId: '0', rows: ['1'] }],
        trace: expect.arrayContaining([
          {
            rule: 'kpi.exclusion',
            facts: {
              id: '0',
              kind: 'other',
              reason: '',
              approvedBy: 'A',
              rows: 1,
              amounts: { answered: '0', offered: '10' },
            },
          },
        ]),
      },
    });
    expect(
      value({ rows, exclusions: [{ id: 'X', approvedBy: 'A', amounts: { Offered: 4 } }] }),
    ).toMatchObject({ value: { value: '0.5' } });
    expect(value({ rows, exclusions: [{ amounts: { offered: 4 } }] })).toMatchObject({
      value: { value: '0.4', excluded: [] },
    });
  });

  it.each([
    ['no rows', {}, 'input.missing', 'rows'],
    ['an object for rows', { rows: {} }, 'input.notAList', 'rows'],
    ['a number for a row', { rows: [5] }, 'input.notAnObject', 'rows.0'],
    ['a negative count', { rows: [{ offered: -1 }] }, 'measure.negative', 'rows.0.offered'],
    [
      'a negative count among amounts',
      { rows: [{ amounts: { offered: -1 } }] },
      'measure.negative',
      'rows.0.amounts.offered',
    ],
    ['text for a count', { rows: [{ offered: 'ten' }] }, 'decimal.malformed', 'rows.0.offered'],
    ['a start that is no text', { rows: [{ start: 5, offered: 1 }] }, 'input.notText', 'rows.0.start'],
    ['a flag for a count', { rows: [{ offered: true }] }, 'decimal.malformed', 'rows.0.offered'],
    ['an object for a name', { rows: [{ id: {}, offered: 1 }] }, 'input.notText', 'rows.0.id'],
    [
      'an excluded amount',
      { rows: [], exclusions: [{ amounts: { offered: 'x' } }] },
      'decimal.malformed',
      'exclusions.0.amounts.offered',
    ],
    [
      'half a period',
      { rows: [], exclusions: [{ period: { start: 'x' } }] },
      'input.missing',
      'exclusions.0.period.end',
    ],
  ])('refuses %s', (_, input, code, path) => {
    expect(value(input)).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });
});

describe('codes of measures', () => {
  it.each([
    ['answeredWithin60s', 'answered_within60s'],
    ['Answered within threshold', 'answered_within_threshold'],
    ['answered-within-threshold', 'answered_within_threshold'],
    [' offered ', 'offered'],
    ['answered  within - threshold', 'answered_within_threshold'],
    ['answered_within_threshold', 'answered_within_threshold'],
  ])('%s is %s', (name, code) => {
    expect(measureCode(name)).toBe(code);
  });
});
