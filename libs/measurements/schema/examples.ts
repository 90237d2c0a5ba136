/** Realistic things for the examples of the operations. */
const vendor = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  code: 'NORTHWIND',
  name: 'Northwind Member Care',
};

const mapping = {
  columns: [
    { header: 'interval_start', means: { kind: 'period', format: 'YYYY-MM-DD HH:mm' } },
    { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
    { header: 'calls_offered', means: { kind: 'measure', measure: 'offered' } },
    { header: 'calls_answered', means: { kind: 'measure', measure: 'answered' } },
  ],
  grain: '30min',
  timezone: 'America/New_York',
  constants: { channel: 'voice' },
  decimal: '.',
  repeatedHour: 'refuse',
} as const;

const summary = {
  id: '019b2f71-0001-7abc-8def-0123456789ab',
  name: 'northwind-2026-03.csv',
  vendor,
  state: 'done',
  uploadedBy: 'Mara Ito',
  uploadedVia: 'page',
  rows: { total: 1488, read: 1488, wrong: 0, new: 1488, unchanged: 0, restated: 0 },
  createdAt: '2026-04-03T15:40:00Z',
  loadedAt: '2026-04-03T15:41:10Z',
  finishedAt: '2026-04-03T15:41:12Z',
} as const;

const file = {
  ...summary,
  uploadedFrom: { address: '203.0.113.17', key: null },
  bytes: 61_204,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  layout: {
    delimiter: ',',
    newline: '\n',
    headerLine: 1,
    columns: [
      { header: 'interval_start', samples: ['2026-03-01 07:00', '2026-03-01 07:30'] },
      { header: 'queue', samples: ['claims'] },
      { header: 'calls_offered', samples: ['14', '21'] },
      { header: 'calls_answered', samples: ['13', '20'] },
    ],
  },
  mapping,
  autoConfirm: false,
  wrongRows: 'refuse',
  restatementReason: null,
  effect: { months: ['2026-03'], vendors: 1, segments: 1, needsReason: false },
  problemsListed: 0,
  unknownVendors: [],
  warnings: [
    {
      code: 'sum-differs',
      detail: 'In 1 of 1488 rows offered is not answered + abandoned.',
      parameters: { found: 1, rows: 1488, parts: ['answered', 'abandoned'] },
      count: 1,
      places: [
        {
          line: 118,
          date: '2026-03-03',
          detail: 'offered 13, answered 11 + abandoned 1 = 12.',
          parameters: { offered: '13', parts: ['answered', 'abandoned'], amounts: ['11', '1'], total: '12' },
        },
      ],
      accepted: { by: 'Mara Ito', at: '2026-04-03T15:40:50Z' },
      remembered: false,
    },
  ],
  unknownNames: [],
  refusal: null,
  loadNumber: 42,
  version: 6,
} as const;

const unfinished = {
  id: '019b2f71-0002-7abc-8def-0123456789ab',
  vendor,
  name: 'northwind-2026-q1.csv',
  state: 'receiving',
  bytes: 524_288_000,
  received: 201_326_592,
  fingerprint: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  sha256: null,
  kpiFileId: null,
  refusal: null,
  createdAt: '2026-04-03T15:40:00Z',
  updatedAt: '2026-04-03T15:52:30Z',
  expiresAt: '2026-04-04T15:52:30Z',
} as const;

const receipt = {
  reference: file.id,
  issuedAt: '2026-04-03T15:45:00Z',
  tenant: { slug: 'acme-health', name: 'Acme Health' },
  vendor,
  file: { name: file.name, bytes: file.bytes, sha256: file.sha256 },
  received: { ...file.uploadedFrom, at: file.createdAt, by: file.uploadedBy, via: file.uploadedVia },
  state: file.state,
  refusal: null,
  rows: file.rows,
  months: ['2026-03'],
  warnings: [],
  restatementReason: null,
  loadNumber: file.loadNumber,
  loadedAt: file.loadedAt,
  finishedAt: file.finishedAt,
} as const;

const problem = {
  ordinal: 1,
  line: 118,
  column: 4,
  columnName: 'calls_answered',
  value: '31',
  code: 'impossible-count',
  detail: 'answered (31) cannot be more than offered (13).',
  parameters: { part: 'answered', some: '31', whole: 'offered', all: '13' },
} as const;

const terms = {
  numerator: [{ measure: 'answered_within_threshold' }],
  denominator: [{ measure: 'answered' }],
  threshold: { seconds: 60, comparison: '<=' },
} as const;

const metricVersion = {
  number: 1,
  effectiveFrom: '2000-01',
  terms,
  createdBy: 'Ada Okafor',
  createdAt: '2026-01-05T14:00:00Z',
} as const;

const metricSummary = {
  id: '019b2f70-1111-7aaa-8bbb-0123456789ab',
  code: 'answered_within_60s',
  name: 'Calls answered within 60 s',
  family: 'speed',
  unit: 'ratio',
  direction: 'higher',
  source: 'MSA 2026, schedule 2, clause 4.1',
  current: metricVersion,
  upcoming: null,
} as const;

export const examples = {
  vendor,
  mapping,
  summary,
  file,
  receipt,
  unfinished,
  problem,
  terms,
  metricSummary,
  metric: { ...metricSummary, versions: [metricVersion], createdAt: '2026-01-05T14:00:00Z', version: 1 },
  measure: { code: 'offered', position: 1, unit: 'count', label: 'Calls offered' },
} as const;
