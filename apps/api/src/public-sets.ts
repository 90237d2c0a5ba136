import type { CaseTerms, ColumnMeaning, KpiFile } from '@plumbline/measurements/schema';

/** A public data set (../shared/data), and how its answers are compared with those that were computed independently. */
export interface PublicSet {
  /** Short, for a tenant's address: one folder may be loaded in two ways. */
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly zone: string;
  readonly means: Readonly<Record<string, ColumnMeaning>>;
  /** One row or more per case, judged by business days without federal holidays; else the rows are counts of months. */
  readonly cases?: Omit<CaseTerms, 'calendar'>;
  /** Rows of several vendors, who are entered once the file asks for them. */
  readonly others: boolean;
  /** Which of those get the contract: enough to compare, for each of them is evaluated month by month. */
  readonly judged: readonly string[];
  readonly from: string;
  /** What is owed for later months is no part of the file. */
  readonly before: string;
  /** Code → numerator, denominator. */
  readonly metrics: Readonly<Record<string, readonly [string, string]>>;
  readonly rows: Partial<KpiFile['rows']>;
  /** Sums by their names, as they were computed independently. */
  readonly expected: (answers: never) => Readonly<Record<string, number>>;
  /** What a result with volume adds to them. */
  readonly adds: (result: Standing) => Readonly<Record<string, number | string>>;
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

/** One case in up to 32 rows, opened from November 2021 on and all of them closed early in 2023. */
const complaints = {
  folder: 'insurance-complaints',
  file: 'complaints-2023-q1.csv',
  zone: 'America/New_York',
  means: {
    file_no: { kind: 'case_number' },
    opened: { kind: 'case_opened', format: 'YYYY-MM-DD' },
    closed: { kind: 'case_closed', format: 'YYYY-MM-DD' },
  },
  cases: {
    close: { amount: 15, unit: 'businessDays' },
    openedWhenClosed: 'count',
    severalVendors: 'refuse',
  },
  from: '2021-11-01',
  before: '2023-05-01',
} as const satisfies Partial<PublicSet>;

/** What was counted of cases: in time within 15 business days without federal holidays. */
interface CountedCases {
  readonly cases: number;
  readonly within_15bd_us_federal_A: number;
}

const closed = (key: string, { cases, within_15bd_us_federal_A: inTime }: CountedCases) =>
  [
    [`${key} closed`, cases],
    [`${key} closed in time`, inTime],
  ] as const;

export const sets: readonly PublicSet[] = [
  {
    ...{
      name: 'nurse-line',
      folder: 'nurse-line-monthly',
      file: 'nurse-line-2015-q1.csv',
      zone: 'Europe/London',
      others: true,
      judged: ['111AA1', '111AA2', '111AA3', '111AA4', '111AA5', '111AA6'],
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
    adds: ({ vendor, numerator }) => ({ [vendor]: numerator }),
    expected: ({
      by_provider_quarter: all,
    }: {
      by_provider_quarter: Record<string, { calls_answered_within_60s: number }>;
    }) => mapValues(all, (sums) => sums.calls_answered_within_60s),
  },
  {
    ...{
      name: 'member-line',
      folder: 'member-line-daily',
      file: 'member-line.csv',
      zone: 'America/Los_Angeles',
      others: false,
      judged: [],
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
    adds: ({ month, numerator }) => ({ [month.slice(0, 4)]: numerator }),
    expected: ({ by_calendar_year: all }: { by_calendar_year: Record<string, { abandoned: number }> }) =>
      mapValues(all, (sums) => sums.abandoned),
  },
  {
    ...{
      name: 'medicaid',
      folder: 'medicaid-call-centres',
      file: 'five-states.csv',
      zone: 'America/Chicago',
      others: true,
      judged: ['AK', 'AZ', 'CT', 'OH', 'TX'],
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
    adds: ({ vendor, denominator }) => ({ [vendor]: denominator }),
    expected: ({
      by_state_latest_version: all,
    }: {
      by_state_latest_version: Record<string, { calls: number }>;
    }) => mapValues(all, ({ calls }) => calls),
  },
  {
    ...complaints,
    name: 'complaints',
    others: false,
    judged: [],
    metrics: {
      closures: ['cases_closed_in_time', 'cases_closed'],
      complaints: ['complaints_closed_in_time', 'complaints_due_close'],
    },
    rows: { total: 1710, wrong: 0, new: 283, restated: 0 },
    // all of them are closed and due, so that what was due adds up to them too, whatever the month
    adds: ({ metric, month, numerator, denominator }) =>
      metric === 'closures'
        ? { [`${month} closed`]: denominator, [`${month} closed in time`]: numerator }
        : { due: denominator, 'due in time': numerator },
    expected: ({
      by_closed_month: months,
      overall_by_case: all,
    }: {
      by_closed_month: Record<string, CountedCases>;
      overall_by_case: CountedCases;
    }) => ({
      ...Object.fromEntries(Object.entries(months).flatMap(([month, counted]) => closed(month, counted))),
      ...{ due: all.cases, 'due in time': all.within_15bd_us_federal_A },
    }),
  },
  {
    ...complaints,
    name: 'carriers',
    means: { ...complaints.means, company: { kind: 'vendor' } },
    cases: { ...complaints.cases, severalVendors: 'each' },
    others: true,
    judged: ['Carrier 005', 'Carrier 015', 'Carrier 020', 'Carrier 026', 'Carrier 084', 'Carrier 113'],
    metrics: { closures: ['cases_closed_in_time', 'cases_closed'] },
    // five cases name two carriers each
    rows: { total: 1710, wrong: 0, new: 288, restated: 0 },
    adds: ({ vendor, numerator, denominator }) => ({
      [`${vendor} closed`]: denominator,
      [`${vendor} closed in time`]: numerator,
    }),
    expected: ({
      'by_company_top15 (a case counts for each company named)': carriers,
    }: {
      'by_company_top15 (a case counts for each company named)': Record<string, CountedCases>;
    }) =>
      Object.fromEntries(Object.entries(carriers).flatMap(([carrier, counted]) => closed(carrier, counted))),
  },
];

function mapValues<Value>(
  of: Readonly<Record<string, Value>>,
  as: (value: Value) => number,
): Record<string, number> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, as(value)]));
}
