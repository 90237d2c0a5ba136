import { describe, expect, it } from '@jest/globals';
import type { MetricDefinition } from '@plumbline/sla-engine';
import type { AgreedSla } from './agreed-sla';
import { type CountedRows, noRows } from './counted-rows';
import { claimedBeside, judgeSla, type SlaFacts } from './judge-sla';
import { monthWindow, reportDueAt } from './month-window';

const definition: MetricDefinition = {
  id: 'service_level',
  version: 1,
  unit: 'ratio',
  direction: 'higher',
  numerator: [{ measure: 'answered' }],
  denominator: [{ measure: 'offered' }],
  source: 'K1',
};

const sla = (changed: Partial<MetricDefinition> = {}): AgreedSla => ({
  id: 'sla',
  name: 'Service level',
  target: { comparator: '>=', value: '0.80' },
  minimumSample: 0,
  window: 'month',
  segment: { lineOfBusiness: null, channel: null, queue: null, language: null },
  contract: {
    id: 'c',
    versionId: 'v',
    versionNumber: 1,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    timezone: 'America/New_York',
    reportingDueDay: 10,
    admitsClaimed: true,
    activatedAt: new Date(0),
  },
  metric: {
    id: 'm',
    code: 'service_level',
    version: 1,
    effectiveFrom: '2000-01-01',
    definition: { ...definition, ...changed },
  },
});

const counted: CountedRows = {
  ...noRows,
  grain: 30,
  counted: 1488,
  sums: new Map([
    ['answered', '7999'],
    ['offered', '10000'],
  ]),
  daysReported: 31,
};

const judged = (changed: Partial<SlaFacts>) =>
  judgeSla({
    sla: sla(),
    window: monthWindow('2026-03', 'America/New_York'),
    dueAt: reportDueAt('2026-03', 10, 'America/New_York'),
    asOf: Temporal.Instant.from('2026-04-02T00:00:00Z'),
    rows: counted,
    claimed: [],
    ...changed,
  });

describe('judgeSla', () => {
  it('compares unrounded: 79.99 % is not 80 %', () => {
    expect(judged({})).toMatchObject({ state: 'breached', value: '0.7999', reconsiderAt: null });
  });

  it('says how many rows stand behind the sums, not that there was one', () => {
    const rows = { ...counted, setAside: [{ rows: 12, measures: ['answered'] }] };
    const { trace, excluded } = judged({ rows });
    expect(trace).toContainEqual({ rule: 'kpi.rowsCounted', facts: { rows: 1500, counted: 1488 } });
    expect(trace).toContainEqual({
      rule: 'evidence.rowsSetAside',
      facts: { rows: 12, measures: ['answered'] },
    });
    expect(trace).toContainEqual({ rule: 'evidence.days', facts: { reported: 31, of: 31 } });
    expect(trace.filter(({ rule }) => rule === 'kpi.rowsSetAside')).toEqual([]);
    expect(excluded).toEqual([{ reason: 'missingMeasure', rows: 12, measures: ['answered'], amounts: {} }]);
  });

  it.each([
    ['in the month', '2026-03-15T00:00:00Z', counted, 'atRisk', '2026-04-01T04:00:00Z'],
    ['after it, with rows', '2026-04-01T04:00:00Z', counted, 'breached', '2026-04-01T04:00:00Z'],
    ['after it, without', '2026-04-02T00:00:00Z', noRows, 'provisional', '2026-04-11T04:00:00Z'],
    ['at the due instant', '2026-04-11T04:00:00Z', noRows, 'provisional', '2026-04-11T04:00:00Z'],
    ['after the due instant', '2026-04-11T04:00:01Z', noRows, 'notReported', null],
  ] as const)('%s is %s', (_, asOf, rows, state, reconsiderAt) => {
    expect(judged({ asOf: Temporal.Instant.from(asOf), rows })).toMatchObject({ state, reconsiderAt });
  });

  it('names the end of a repeat window as the next instant to look at', () => {
    expect(judged({ sla: sla({ repeatWindowDays: 7 }) })).toMatchObject({
      state: 'provisional',
      reconsiderAt: '2026-04-08T04:00:00Z',
    });
  });

  it.each([
    [30, 'evidence.placedByInstant'],
    [1440, 'evidence.placedByDate'],
    [32_767, 'evidence.placedByDate'],
  ])('places rows of %d minutes by %s', (grain, rule) => {
    expect(judged({ rows: { ...counted, grain } }).trace.map((step) => step.rule)).toContain(rule);
  });
});

describe('claimedBeside', () => {
  const claimed = (value: string, grain: number) => ({ value, grain, source: 'march.csv, line 2' });

  it('is the one figure of the coarsest grain', () => {
    expect(claimedBeside([claimed('0.9', 32_767), claimed('0.8', 1440)])).toMatchObject({ value: '0.9' });
  });

  it('is none where several would have to be averaged, or none was stated', () => {
    expect(claimedBeside([claimed('0.9', 1440), claimed('0.8', 1440)])).toBeNull();
    expect(claimedBeside([])).toBeNull();
  });

  it('changes no state', () => {
    expect(judged({ claimed: [claimed('0.99', 32_767)] })).toMatchObject({
      state: 'breached',
      claimedValue: '0.99',
    });
  });
});
