import type { MetricDefinition } from '../kpis/metric-definition';
import { valueOf } from '../value-of.fixture';
import { judge } from '../targets/judge';
import { type Explanation, type ExplanationRow, explanationFormat } from './explanation';

const definition: MetricDefinition = {
  id: 'service_level',
  version: 3,
  unit: 'ratio',
  direction: 'higher',
  numerator: [{ measure: 'answered_within_threshold' }],
  denominator: [{ measure: 'offered' }],
  threshold: { seconds: 20, comparison: '<=' },
  source: 'K1',
};

/** An export as the product writes it: two rows of March, judged after the month. */
export function explanationOf(more: Partial<Omit<Explanation, 'verdict' | 'trace'>> = {}): Explanation {
  const facts: Omit<Explanation, 'verdict' | 'trace'> = {
    format: explanationFormat,
    result: '0198c9d2-0000-7000-8000-000000000001',
    revision: 1,
    metric: definition,
    window: { start: '2026-03-01T05:00:00Z', end: '2026-04-01T04:00:00Z', zone: 'America/New_York' },
    segment: { queue: 'claims' },
    target: {
      comparator: '>=',
      value: '0.80',
      clause: { contract: 'MSA-7', contractVersion: 2, reference: '4.1 (b)' },
    },
    asOf: '2026-04-05T12:00:00Z',
    rows: [rowAt(2, '2026-03-02T14:00:00Z', '90', '100'), rowAt(3, '2026-03-02T14:30:00Z', '60', '100')],
    exclusions: [],
    claimed: [],
    waiver: null,
    dispute: null,
    ...more,
  };
  const { metric, target, rows, ...rest } = facts;
  const judged = valueOf(
    judge({
      ...rest,
      definition: metric,
      target,
      ...(target.sample === undefined ? {} : { sample: target.sample }),
      rows: rows.map(({ line, startsAt, amounts }) => ({ id: `${line}`, startsAt, amounts })),
    }),
  );
  const { state, underlying, value, numerator, denominator, interval, trace } = judged;
  return {
    ...facts,
    verdict: {
      state,
      underlying,
      value,
      numerator,
      denominator,
      ...(interval === undefined ? {} : { interval }),
    },
    trace,
  };
}

export function rowAt(
  line: number,
  startsAt: string,
  answered: string | null,
  offered: string,
): ExplanationRow {
  return {
    file: 'sha256-1',
    fileName: 'march.csv',
    line,
    startsAt,
    amounts: { answered_within_threshold: answered, offered },
  };
}
