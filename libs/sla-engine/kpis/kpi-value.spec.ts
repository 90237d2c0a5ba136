import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
import { abandonmentReadings } from './abandonment-readings';
import type { KpiRow } from './kpi-row';
import { type KpiValue, kpiValue } from './kpi-value';
import type { MetricDefinition } from './metric-definition';
import { serviceLevelReadings } from './service-level-readings';

const serviceLevel: MetricDefinition = {
  id: 'service_level',
  version: 1,
  unit: 'ratio',
  direction: 'higher',
  numerator: [{ measure: 'answered_within_threshold' }],
  denominator: [{ measure: 'offered' }],
  source: 'K1',
};

function row(
  answeredInTime: number | string | null,
  offered: number | string | null,
  more: Partial<KpiRow> = {},
): KpiRow {
  return { ...more, amounts: { answered_within_threshold: answeredInTime, offered } };
}

function figure(definition: MetricDefinition, rows: readonly KpiRow[]): KpiValue {
  return valueOf(kpiValue({ definition, rows }));
}

function percent(value: string | null): string {
  return (Number(value) * 100).toFixed(2);
}

const icmi: KpiRow = {
  amounts: {
    answered: 1000,
    answered_within_threshold: 860,
    abandoned: 60,
    abandoned_within_threshold: 20,
    short_abandoned: 10,
    offered: 1060,
  },
};

describe('semantics rule 14: the six readings of service level on the ICMI data', () => {
  it.each([
    ['abandonedInTimeCounts', '83.02'],
    ['ofAnswered', '86.00'],
    ['ofAll', '81.13'],
    ['abandonedInTimeOut', '82.69'],
    ['shortAbandonsOutOfNumerator', '82.08'],
    ['shortAbandonsOut', '81.90'],
  ] as const)('%s gives %s %%', (name, expected) => {
    const { numerator, denominator, shortAbandonRule } = serviceLevelReadings[name];
    const definition: MetricDefinition = {
      ...serviceLevel,
      numerator,
      denominator,
      shortAbandon: { seconds: 5, rule: shortAbandonRule },
    };
    expect(percent(figure(definition, [icmi]).value)).toBe(expected);
  });
});

describe('semantics rule 14: the three readings of abandonment on the ICMI data', () => {
  it.each([
    ['allAbandoned', '5.66'],
    ['abandonedWithoutShort', '4.76'],
    ['abandonedAfterLimit', '4.72'],
  ] as const)('%s gives %s %%', (name, expected) => {
    const { numerator, denominator, shortAbandonRule } = abandonmentReadings[name];
    const definition: MetricDefinition = {
      ...serviceLevel,
      direction: 'lower',
      numerator,
      denominator,
      shortAbandon: { seconds: 5, rule: shortAbandonRule },
    };
    expect(percent(figure(definition, [icmi]).value)).toBe(expected);
  });

  it('names the short abandons it took out and keeps quiet where the rule keeps them', () => {
    const out = { ...serviceLevel, shortAbandon: { seconds: 5, rule: 'outOfBoth' as const } };
    const kept = { ...serviceLevel, shortAbandon: { seconds: 5, rule: 'kept' as const } };
    expect(figure(out, [icmi]).excluded).toEqual([
      { reason: 'shortAbandon', rows: [], measures: ['short_abandoned'], amounts: { short_abandoned: '10' } },
    ]);
    expect(figure(kept, [icmi]).excluded).toEqual([]);
    expect(figure(kept, [icmi]).trace.map(({ rule }) => rule)).toEqual([
      'kpi.definition',
      'kpi.rowsCounted',
      'kpi.ratioOfSums',
    ]);
    expect(figure(out, [icmi]).trace).toContainEqual({
      rule: 'kpi.shortAbandons',
      facts: { rule: 'outOfBoth', seconds: 5, fromNumerator: '0', fromDenominator: '10' },
    });
  });

  it.each([
    ['where the catalogue knows the measure, whatever the term says', 'answered', true, '1060'],
    ['where it does not and the term says nothing', 'all', undefined, '1060'],
    ['where the term says so', 'all', true, '1050'],
    ['where the term says not', 'all', false, '1060'],
    ['of calls abandoned in time', 'abandoned_within_threshold', undefined, '1050'],
  ])('short abandons leave a sum %s', (_, measure, counts, denominator) => {
    const definition: MetricDefinition = {
      ...serviceLevel,
      denominator: [{ measure, ...(counts === undefined ? {} : { countsShortAbandons: counts }) }],
      shortAbandon: { seconds: 5, rule: 'outOfBoth' },
    };
    const rows = [{ amounts: { answered_within_threshold: 860, [measure]: 1060, short_abandoned: 10 } }];
    expect(figure(definition, rows).denominator).toBe(denominator);
  });

  it('says how many short abandons left each sum, none where none was counted', () => {
    const definition: MetricDefinition = {
      ...serviceLevel,
      numerator: [{ measure: 'abandoned', weight: 2 }],
      denominator: [{ measure: 'offered' }],
      shortAbandon: { seconds: 5, rule: 'outOfNumerator' },
    };
    const stated = (short: number) => {
      const { trace, excluded } = figure(definition, [
        { amounts: { abandoned: 60, offered: 1060, short_abandoned: short } },
      ]);
      return [trace.find(({ rule }) => rule === 'kpi.shortAbandons')?.facts, excluded.length];
    };
    const facts = { rule: 'outOfNumerator', seconds: 5 };
    expect(stated(10)).toEqual([{ ...facts, fromNumerator: '20', fromDenominator: '0' }, 1]);
    expect(stated(0)).toEqual([{ ...facts, fromNumerator: '0', fromDenominator: '0' }, 0]);
  });

  it('takes a short abandon out of a sum as often as that sum counts it, own measures by their word', () => {
    const definition: MetricDefinition = {
      ...serviceLevel,
      numerator: [{ measure: 'in_time' }, { measure: 'gave_up_in_time', countsShortAbandons: true }],
      denominator: [{ measure: 'all', countsShortAbandons: true }],
      shortAbandon: { seconds: 5, rule: 'outOfBoth', measure: 'gave_up_at_once' },
    };
    const rows = [{ amounts: { in_time: 860, gave_up_in_time: 20, all: 1060, gave_up_at_once: 10 } }];
    const { numerator, denominator } = figure(definition, rows);
    expect([numerator, denominator]).toEqual(['870', '1050']);
  });
});

describe('semantics rule 13: a value is a ratio of sums, never a mean of ratios', () => {
  it('weighs an interval by its volume', () => {
    const rows = [row(95, 100), row(5, 10)];
    const value = figure(serviceLevel, rows);
    expect([value.numerator, value.denominator]).toEqual(['100', '110']);
    expect(percent(value.value)).toBe('90.91');
  });

  it('gives 86.67 % where the mean of the ratios is 73.33 % and would miss 80/20', () => {
    const rows = [row(240, 250), row(15, 20), row(5, 30)];
    const mean = rows.map(
      ({ amounts }) => Number(amounts['answered_within_threshold']) / Number(amounts['offered']),
    );
    expect(percent(figure(serviceLevel, rows).value)).toBe('86.67');
    expect(mean.reduce((sum, ratio) => sum + ratio, 0) / mean.length).toBeLessThan(0.8);
  });

  it('sums decimals without the drift of binary fractions', () => {
    const average = { ...serviceLevel, unit: 'seconds' as const };
    expect(figure(average, [row('0.1', 1), row('0.2', 0)]).value).toBe('0.3');
  });

  it('shows 34 digits of a quotient that never ends', () => {
    expect(figure(serviceLevel, [row(13, 15)]).value).toBe('0.8666666666666666666666666666666667');
  });
});

describe('semantics rule 16: nothing missing is ever zero', () => {
  it('sets a row with a blank measure aside, names it, and says so', () => {
    const value = figure(serviceLevel, [row(90, 100, { id: 'line 2' }), row(null, 50, { id: 'line 3' })]);
    expect([value.numerator, value.denominator, value.rowsCounted]).toEqual(['90', '100', 1]);
    expect(value.complete).toBe(false);
    expect(value.excluded).toEqual([
      { reason: 'missingMeasure', rows: ['line 3'], measures: ['answered_within_threshold'], amounts: {} },
    ]);
    expect(value.trace).toContainEqual({
      rule: 'kpi.rowsSetAside',
      facts: { rows: ['line 3'], measures: ['answered_within_threshold'] },
    });
  });

  it('groups the rows set aside by what they lack, under their position where they have no name', () => {
    const rows = [row(null, 1), row(1, null), row(null, 2), { amounts: {} }, row(1, 1)];
    expect(figure(serviceLevel, rows).excluded.map(({ rows: names, measures }) => [names, measures])).toEqual(
      [
        [['0', '2'], ['answered_within_threshold']],
        [['1'], ['offered']],
        [['3'], ['answered_within_threshold', 'offered']],
      ],
    );
  });

  it.each([
    ['no row at all', [], 'notReported'],
    ['rows without the measure', [row(null, 5)], 'notReported'],
    ['rows without volume', [row(0, 0)], 'noVolume'],
    ['rows with volume', [row(0, 1)], 'counted'],
  ] as const)('%s is %s', (_, rows, basis) => {
    const value = figure(serviceLevel, rows);
    expect(value.basis).toBe(basis);
    expect(value.value).toBe(basis === 'counted' ? '0' : null);
    expect(value.trace.at(-1)?.rule).toBe(basis === 'counted' ? 'kpi.ratioOfSums' : `kpi.${basis}`);
    expect(value.complete).toBe(value.excluded.length === 0);
  });

  it('says which numerator stands over a denominator of zero', () => {
    expect(figure(serviceLevel, [row(3, 0)]).trace.at(-1)).toEqual({
      rule: 'kpi.noVolume',
      facts: { numerator: '3' },
    });
  });

  it('a measure called like a property of every object is blank, not found', () => {
    const odd = { ...serviceLevel, numerator: [{ measure: 'constructor' }] };
    expect(figure(odd, [row(1, 1)]).basis).toBe('notReported');
  });
});

describe('metrics by declared terms', () => {
  it('a metric without a denominator is a total', () => {
    const total = {
      ...serviceLevel,
      unit: 'count' as const,
      numerator: [{ measure: 'offered' }],
      denominator: [],
    };
    const value = figure(total, [row(1, 10), row(1, 5)]);
    expect(value).toMatchObject({ value: '15', numerator: '15', denominator: null });
    expect(value.trace.at(-1)).toEqual({ rule: 'kpi.total', facts: { value: '15' } });
  });

  it('has none left where every row is excluded, be it a total', () => {
    const total = { ...serviceLevel, numerator: [{ measure: 'offered' }], denominator: [] };
    const period = { start: '2026-03-02T10:00:00Z', end: '2026-03-02T11:00:00Z' };
    const exclusions = [{ id: 'X', kind: 'k', reason: 'r', approvedBy: 'A', period }];
    const rows = [row(1, 15, { startsAt: period.start })];
    expect(valueOf(kpiValue({ definition: total, rows, exclusions }))).toMatchObject({
      value: null,
      basis: 'noVolume',
      withoutExclusions: { value: '15' },
    });
  });

  it.each([
    ['with the exclusions', 5, { offered: 4 }, '-1'],
    ['or without them', 10, { short_abandoned: 5 }, '-2'],
  ])('more short abandons than calls are refused %s', (_, short, amounts, left) => {
    const definition: MetricDefinition = { ...serviceLevel, shortAbandon: { seconds: 5, rule: 'outOfBoth' } };
    const rows = [{ amounts: { answered_within_threshold: 0, offered: 8, short_abandoned: short } }];
    const exclusions = [{ id: 'X', kind: 'k', reason: 'r', approvedBy: 'A', amounts }];
    expect(kpiValue({ definition, rows, exclusions })).toMatchObject({
      problem: {
        code: 'kpi.negativeDenominator',
        detail: `More is taken out of the denominator than was counted: ${left}.`,
      },
    });
  });

  it('a total without exclusions is shown beside the one with them', () => {
    const total = { ...serviceLevel, numerator: [{ measure: 'offered' }], denominator: [] };
    const exclusions = [{ id: 'X', kind: 'k', reason: 'r', approvedBy: 'A', amounts: { offered: 5 } }];
    const value = valueOf(kpiValue({ definition: total, rows: [row(1, 15)], exclusions }));
    expect([value.value, value.withoutExclusions]).toEqual([
      '10',
      { value: '15', numerator: '15', denominator: null },
    ]);
  });

  it('a measure that both sums read is read once', () => {
    const twice = { ...serviceLevel, numerator: [{ measure: 'offered' }] };
    const value = figure(twice, [row(1, 5), row(1, null)]);
    expect(value).toMatchObject({ value: '1', excluded: [{ measures: ['offered'] }] });
  });

  it('states the weights of its terms, and no threshold where it has none', () => {
    const weighed: MetricDefinition = {
      ...serviceLevel,
      numerator: [{ measure: 'offered', weight: 2 }],
      denominator: [{ measure: 'offered', weight: '0.5' }],
    };
    expect(figure(weighed, [row(1, 5)]).trace[0]?.facts).toMatchObject({
      numerator: [{ measure: 'offered', weight: '2' }],
      denominator: [{ measure: 'offered', weight: '0.5' }],
      threshold: null,
    });
  });

  it('weights turn a share into a score from -100 to 100', () => {
    const score: MetricDefinition = {
      ...serviceLevel,
      unit: 'points',
      numerator: [
        { measure: 'nps_promoters', weight: 100 },
        { measure: 'nps_detractors', weight: '-100' },
      ],
      denominator: [{ measure: 'nps_responses' }],
    };
    const rows = [{ amounts: { nps_promoters: 50, nps_detractors: 30, nps_responses: 100 } }];
    expect(figure(score, rows).value).toBe('20');
  });

  it('says in its trace which definition, rows and sums it used', () => {
    const definition: MetricDefinition = { ...serviceLevel, threshold: { seconds: 20, comparison: '<=' } };
    expect(figure(definition, [row(80, 100)]).trace).toEqual([
      {
        rule: 'kpi.definition',
        facts: {
          id: 'service_level',
          version: 1,
          numerator: [{ measure: 'answered_within_threshold', weight: '1' }],
          denominator: [{ measure: 'offered', weight: '1' }],
          threshold: { seconds: 20, comparison: '<=' },
          source: 'K1',
        },
      },
      { rule: 'kpi.rowsCounted', facts: { rows: 1, counted: 1 } },
      { rule: 'kpi.ratioOfSums', facts: { value: '0.8', numerator: '80', denominator: '100' } },
    ]);
  });

  it.each([
    [
      'no numerator',
      { ...serviceLevel, numerator: [] },
      [],
      'definition.noNumerator',
      'definition.numerator',
    ],
    [
      'a weight that is no number',
      { ...serviceLevel, denominator: [{ measure: 'offered', weight: 'x' }] },
      [],
      'decimal.malformed',
      'definition.denominator.0.weight',
    ],
    [
      'a numerator weight that is no number',
      { ...serviceLevel, numerator: [{ measure: 'offered', weight: 'x' }] },
      [],
      'decimal.malformed',
      'definition.numerator.0.weight',
    ],
    [
      'a negative count',
      serviceLevel,
      [row(1, 1), row(-1, 5)],
      'measure.negative',
      'rows.1.amounts.answered_within_threshold',
    ],
    [
      'a count that is no number',
      serviceLevel,
      [row('many', 5)],
      'decimal.malformed',
      'rows.0.amounts.answered_within_threshold',
    ],
    ['NaN', serviceLevel, [row(1, Number.NaN)], 'decimal.malformed', 'rows.0.amounts.offered'],
    [
      'more short abandons than calls',
      { ...serviceLevel, shortAbandon: { seconds: 5, rule: 'outOfBoth' } },
      [{ amounts: { answered_within_threshold: 0, offered: 5, short_abandoned: 6 } }],
      'kpi.negativeDenominator',
      'rows',
    ],
  ] as const)('refuses %s', (_, definition, rows, code, path) => {
    expect(kpiValue({ definition, rows })).toMatchObject({
      ok: false,
      problem: { code, detail: aSentence, path },
    });
  });
});
