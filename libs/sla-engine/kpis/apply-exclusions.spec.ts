import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
import type { Exclusion, KpiRow } from './kpi-row';
import { type KpiValue, kpiValue } from './kpi-value';
import type { MetricDefinition } from './metric-definition';

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

function figure(
  definition: MetricDefinition,
  rows: readonly KpiRow[],
  exclusions: readonly Exclusion[] = [],
): KpiValue {
  return valueOf(kpiValue({ definition, rows, exclusions }));
}

describe('semantics rule 20: exclusions are shown with and without', () => {
  const outage: Exclusion = {
    id: 'X1',
    kind: 'clientOutage',
    reason: 'Network of the insurer was down',
    approvedBy: 'A. Gold',
    period: { start: '2026-03-02T10:00:00Z', end: '2026-03-02T11:00:00Z' },
  };
  const rows = [
    row(90, 100, { id: 'before', startsAt: '2026-03-02T09:30:00Z' }),
    row(10, 100, { id: 'first half', startsAt: '2026-03-02T10:00:00Z' }),
    row(10, 100, { id: 'second half', startsAt: '2026-03-02T10:30:00Z' }),
    row(90, 100, { id: 'after', startsAt: '2026-03-02T11:00:00Z' }),
  ];

  it('takes out the rows that start within the half-open period, and keeps the figure without', () => {
    const value = figure(serviceLevel, rows, [outage]);
    expect([value.value, value.numerator, value.denominator, value.rowsCounted]).toEqual([
      '0.9',
      '180',
      '200',
      2,
    ]);
    expect(value.withoutExclusions).toEqual({ value: '0.5', numerator: '200', denominator: '400' });
    expect(value.excluded).toEqual([
      {
        reason: 'approvedExclusion',
        exclusionId: 'X1',
        rows: ['first half', 'second half'],
        measures: ['answered_within_threshold', 'offered'],
        amounts: { answered_within_threshold: '20', offered: '200' },
      },
    ]);
    expect(value.trace.slice(-3)).toEqual([
      {
        rule: 'kpi.exclusion',
        facts: {
          id: 'X1',
          kind: 'clientOutage',
          reason: 'Network of the insurer was down',
          approvedBy: 'A. Gold',
          rows: 2,
          amounts: { answered_within_threshold: '20', offered: '200' },
        },
      },
      { rule: 'kpi.ratioOfSums', facts: { value: '0.9', numerator: '180', denominator: '200' } },
      { rule: 'kpi.withoutExclusions', facts: { value: '0.5', numerator: '200', denominator: '400' } },
    ]);
  });

  it('takes a row out once, whatever overlaps it', () => {
    const value = figure(serviceLevel, rows, [outage, { ...outage, id: 'X2' }]);
    expect([value.denominator, value.excluded.map((units) => units.rows.length)]).toEqual(['200', [2, 0]]);
  });

  it('takes out stated units, and only of measures the metric reads', () => {
    const { period, ...stated } = outage;
    expect(period).toBeDefined();
    const value = figure(
      serviceLevel,
      [row(80, 100)],
      [{ ...stated, amounts: { offered: '20', messages: 5 } }],
    );
    expect([value.numerator, value.denominator]).toEqual(['80', '80']);
    expect(value.excluded[0]).toMatchObject({ measures: ['offered'], amounts: { offered: '20' }, rows: [] });
  });

  it('has no figure left where everything is excluded, yet it was reported', () => {
    const value = figure(serviceLevel, rows.slice(1, 3), [outage]);
    expect([value.basis, value.value, value.withoutExclusions?.value]).toEqual(['noVolume', null, '0.1']);
  });

  it('leaves the figure alone while nobody approved, and says so', () => {
    const value = figure(serviceLevel, rows, [{ ...outage, approvedBy: null }]);
    expect([value.value, value.withoutExclusions, value.excluded]).toEqual(['0.5', null, []]);
    expect(value.trace).toContainEqual({
      rule: 'kpi.exclusionPending',
      facts: { id: 'X1', kind: 'clientOutage' },
    });
  });

  it.each([
    ['more than was counted', { amounts: { offered: 401 } }, 'exclusion.beyondCounted', 'exclusions.0'],
    ['a negative amount', { amounts: { offered: -1 } }, 'measure.negative', 'exclusions.0.amounts.offered'],
    [
      'an amount that is no number',
      { amounts: { offered: 'x' } },
      'decimal.malformed',
      'exclusions.0.amounts.offered',
    ],
    [
      'a start that is no instant',
      { period: { start: 'x', end: 'y' } },
      'instant.malformed',
      'exclusions.0.period.start',
    ],
    [
      'an end that is no instant',
      { period: { start: '2026-03-02T10:00:00Z', end: 'y' } },
      'instant.malformed',
      'exclusions.0.period.end',
    ],
  ])('refuses %s', (_, more, code, path) => {
    const { period, ...stated } = outage;
    expect(period).toBeDefined();
    expect(kpiValue({ definition: serviceLevel, rows, exclusions: [{ ...stated, ...more }] })).toMatchObject({
      ok: false,
      problem: { code, detail: aSentence, path },
    });
  });

  it.each([
    ['at its very start', '2026-03-02T10:00:00Z', 1],
    ['a nanosecond before', '2026-03-02T09:59:59.999999999Z', 0],
    ['a nanosecond before its end', '2026-03-02T10:59:59.999999999Z', 1],
    ['at its end', '2026-03-02T11:00:00Z', 0],
  ])('a row that starts %s of the period', (_, startsAt, left) => {
    const value = figure(serviceLevel, [row(1, 1, { startsAt })], [outage]);
    expect(value.rowsCounted).toBe(1 - left);
  });

  it('takes out stated units on top of the rows of a period, down to nothing and not below', () => {
    const both = (offered: number) => [{ ...outage, amounts: { offered } }];
    expect(figure(serviceLevel, rows, both(200))).toMatchObject({ denominator: '0', basis: 'noVolume' });
    expect(kpiValue({ definition: serviceLevel, rows, exclusions: both(201) })).toMatchObject({
      problem: { code: 'exclusion.beyondCounted' },
    });
  });

  it('names the measure of which more is excluded than was counted', () => {
    const more = { ...outage, amounts: { offered: 201 } };
    expect(kpiValue({ definition: serviceLevel, rows, exclusions: [more] })).toMatchObject({
      problem: { detail: 'More "offered" is excluded than was counted.' },
    });
  });

  it('nothing can be excluded where nothing was counted', () => {
    const { period, ...stated } = outage;
    expect(period).toBeDefined();
    const exclusions = [{ ...stated, amounts: { offered: 1 } }];
    expect(kpiValue({ definition: serviceLevel, rows: [], exclusions })).toMatchObject({
      problem: { code: 'exclusion.beyondCounted', path: 'exclusions.0' },
    });
  });

  it('an exclusion that says neither period nor amounts takes nothing out', () => {
    const { period, ...nothing } = outage;
    expect(period).toBeDefined();
    expect(figure(serviceLevel, rows, [nothing])).toMatchObject({ value: '0.5', rowsCounted: 4 });
  });

  it('cannot place a row that does not say when it starts', () => {
    expect(kpiValue({ definition: serviceLevel, rows: [row(1, 1)], exclusions: [outage] })).toMatchObject({
      problem: { code: 'instant.malformed', path: 'rows.0.startsAt' },
    });
  });
});
