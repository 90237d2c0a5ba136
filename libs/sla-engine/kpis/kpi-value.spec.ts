import { describe, expect, it } from '@jest/globals';
import { abandonmentReadings } from './abandonment-readings';
import type { Exclusion, KpiRow } from './kpi-row';
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

function valueOf(
  definition: MetricDefinition,
  rows: readonly KpiRow[],
  exclusions: readonly Exclusion[] = [],
): KpiValue {
  const outcome = kpiValue({ definition, rows, exclusions });
  if (!outcome.ok) {
    throw new Error(`${outcome.problem.code} at ${outcome.problem.path}`);
  }
  return outcome.value;
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
    expect(percent(valueOf(definition, [icmi]).value)).toBe(expected);
  });
});

describe('semantics rule 14: the three readings of abandonment on the ICMI data', () => {
  it.each([
    ['all', '5.66'],
    ['shortAbandonsOut', '4.76'],
    ['afterLimitOfAll', '4.72'],
  ] as const)('%s gives %s %%', (name, expected) => {
    const { numerator, denominator, shortAbandonRule } = abandonmentReadings[name];
    const definition: MetricDefinition = {
      ...serviceLevel,
      direction: 'lower',
      numerator,
      denominator,
      shortAbandon: { seconds: 5, rule: shortAbandonRule },
    };
    expect(percent(valueOf(definition, [icmi]).value)).toBe(expected);
  });

  it('names the short abandons it took out and keeps quiet where the rule keeps them', () => {
    const out = { ...serviceLevel, shortAbandon: { seconds: 5, rule: 'outOfBoth' as const } };
    const kept = { ...serviceLevel, shortAbandon: { seconds: 5, rule: 'kept' as const } };
    expect(valueOf(out, [icmi]).excluded).toEqual([
      { reason: 'shortAbandon', rows: [], measures: ['short_abandoned'], amounts: { short_abandoned: '10' } },
    ]);
    expect(valueOf(kept, [icmi]).excluded).toEqual([]);
    expect(valueOf(out, [icmi]).trace).toContainEqual({
      rule: 'kpi.shortAbandons',
      facts: { rule: 'outOfBoth', seconds: 5, fromNumerator: '0', fromDenominator: '10' },
    });
  });

  it('takes a short abandon out of a sum as often as that sum counts it, own measures by their word', () => {
    const definition: MetricDefinition = {
      ...serviceLevel,
      numerator: [{ measure: 'in_time' }, { measure: 'gave_up_in_time', countsShortAbandons: true }],
      denominator: [{ measure: 'all', countsShortAbandons: true }],
      shortAbandon: { seconds: 5, rule: 'outOfBoth', measure: 'gave_up_at_once' },
    };
    const rows = [{ amounts: { in_time: 860, gave_up_in_time: 20, all: 1060, gave_up_at_once: 10 } }];
    const { numerator, denominator } = valueOf(definition, rows);
    expect([numerator, denominator]).toEqual(['870', '1050']);
  });
});

describe('semantics rule 13: a value is a ratio of sums, never a mean of ratios', () => {
  // 9 of 10 and 170 of 300: the mean of the ratios is 73.33 %, what callers lived through 57.74 %.
  it('weighs an interval by its volume', () => {
    const rows = [row(95, 100), row(5, 10)];
    const value = valueOf(serviceLevel, rows);
    expect([value.numerator, value.denominator]).toEqual(['100', '110']);
    expect(percent(value.value)).toBe('90.91');
  });

  it('gives 86.67 % where the mean of the ratios is 73.33 % and would miss 80/20', () => {
    const rows = [row(240, 250), row(15, 20), row(5, 30)];
    const mean = rows.map(
      ({ amounts }) => Number(amounts['answered_within_threshold']) / Number(amounts['offered']),
    );
    expect(percent(valueOf(serviceLevel, rows).value)).toBe('86.67');
    expect(mean.reduce((sum, ratio) => sum + ratio, 0) / mean.length).toBeLessThan(0.8);
  });

  it('sums decimals without the drift of binary fractions', () => {
    const average = { ...serviceLevel, unit: 'seconds' as const };
    expect(valueOf(average, [row('0.1', 1), row('0.2', 0)]).value).toBe('0.3');
  });

  it('shows 34 digits of a quotient that never ends', () => {
    expect(valueOf(serviceLevel, [row(13, 15)]).value).toBe('0.8666666666666666666666666666666667');
  });
});
