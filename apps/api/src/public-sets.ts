import type { ColumnMeaning, KpiFile } from '@plumbline/measurements/schema';

/** A public data set (../shared/data), and how its answers are compared with those that were computed independently. */
export interface PublicSet {
  readonly folder: string;
  readonly file: string;
  readonly zone: string;
  readonly means: Readonly<Record<string, ColumnMeaning>>;
  /** Rows of several vendors, who are entered once the file asks for them. */
  readonly others: boolean;
  /** How many of those get the contract: enough to compare, for each of them is evaluated month by month. */
  readonly judged: number;
  readonly from: string;
  /** What is owed for later months is no part of the file. */
  readonly before: string;
  /** Code → numerator, denominator. */
  readonly metrics: Readonly<Record<string, readonly [string, string]>>;
  readonly rows: Partial<KpiFile['rows']>;
  /** Sums of results by key, as they were computed independently. */
  readonly expected: (answers: never) => Readonly<Record<string, number>>;
  readonly key: (result: Standing) => string;
}

/** A result as it stands. */
export interface Standing {
  readonly vendor: string;
  readonly month: string;
  readonly metric: string;
  readonly state: string;
  readonly numerator: string;
  readonly denominator: string;
}

const measure = (code: string): ColumnMeaning => ({ kind: 'measure', measure: code });

export const sets: readonly PublicSet[] = [
  {
    ...{
      folder: 'nurse-line-monthly',
      file: 'nurse-line-2015-q1.csv',
      zone: 'Europe/London',
      others: true,
      judged: 6,
    },
    means: {
      period: { kind: 'period', format: 'Mon-YY' },
      provider_code: { kind: 'vendor' },
      provider_name: { kind: 'vendor_name' },
      calls_offered: measure('offered'),
      calls_answered: measure('answered'),
      calls_answered_within_60s: measure('answered_within_threshold'),
      calls_abandoned_after_30s: measure('abandoned_after_threshold'),
    },
    from: '2015-04-01',
    before: '2015-07-01',
    metrics: { in_60s: ['answered_within_threshold', 'answered'] },
    rows: { total: 135, wrong: 0, new: 135 },
    key: ({ vendor }) => vendor,
    expected: ({
      by_provider_quarter: all,
    }: {
      by_provider_quarter: Record<string, { calls_answered_within_60s: number }>;
    }) => mapValues(all, (sums) => sums.calls_answered_within_60s),
  },
  {
    ...{
      folder: 'member-line-daily',
      file: 'member-line.csv',
      zone: 'America/Los_Angeles',
      others: false,
      judged: 0,
    },
    means: {
      Month: { kind: 'period', format: 'Mon YYYY' },
      'Inbound Calls': measure('offered'),
      'Average Speed of Answer in Secs': {
        ...{ kind: 'average', measure: 'wait_seconds', weight: 'offered', unit: 'seconds' },
      },
      'Abandoned Calls': measure('abandoned'),
      'Call Abandonment Rate': { kind: 'claimed', metric: 'abandonment_rate', unit: 'percent' },
    },
    from: '2019-01-01',
    before: '2024-05-01',
    metrics: { abandoned: ['abandoned', 'offered'] },
    rows: { total: 160, wrong: 0, new: 160 },
    key: ({ month }) => month.slice(0, 4),
    expected: ({ by_calendar_year: all }: { by_calendar_year: Record<string, { abandoned: number }> }) =>
      mapValues(all, (sums) => sums.abandoned),
  },
  {
    ...{
      folder: 'medicaid-call-centres',
      file: 'five-states.csv',
      zone: 'America/Chicago',
      others: true,
      judged: 5,
    },
    means: {
      'State Abbreviation': { kind: 'vendor' },
      'State Name': { kind: 'vendor_name' },
      'Reporting Period': { kind: 'period', format: 'YYYYMM' },
      'Preliminary or Updated': { kind: 'version', order: ['P', 'U'] },
      'Total Call Center Volume (Number of Calls)': measure('offered'),
      'Average Call Center Wait Time (Minutes)': {
        ...{ kind: 'average', measure: 'wait_seconds', weight: 'offered', unit: 'minutes' },
      },
      'Average Call Center Abandonment Rate': {
        kind: 'claimed',
        metric: 'abandonment_rate',
        unit: 'fraction',
      },
    },
    from: '2023-03-01',
    before: '2025-01-01',
    metrics: { wait: ['wait_seconds', 'offered'] },
    rows: { total: 220, wrong: 0, new: 110, unchanged: 107, restated: 3 },
    key: ({ vendor }) => `${vendor} calls`,
    expected: ({
      by_state_latest_version: all,
    }: {
      by_state_latest_version: Record<string, { calls: number }>;
    }) => Object.fromEntries(Object.entries(all).map(([state, { calls }]) => [`${state} calls`, calls])),
  },
];

function mapValues<Value>(
  of: Readonly<Record<string, Value>>,
  as: (value: Value) => number,
): Record<string, number> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, as(value)]));
}
