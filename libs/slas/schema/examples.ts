/** One story told by all examples of this thing: Northwind's March, missed at first and met after a correction. */
const ids = {
  result: '019d3a10-1111-7000-8000-000000000002',
  firstRevision: '019d3a10-1111-7000-8000-000000000001',
  sla: '019d3a10-2222-7000-8000-000000000001',
  metric: '019d3a10-3333-7000-8000-000000000001',
  breach: '019d3a10-4444-7000-8000-000000000001',
  file: '019d3a10-5555-7000-8000-000000000001',
  correctedFile: '019d3a10-5555-7000-8000-000000000002',
  contract: '019d3a10-6666-7000-8000-000000000001',
  contractVersion: '019d3a10-6666-7000-8000-000000000002',
} as const;

const vendor = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  code: 'NORTHWIND',
  name: 'Northwind Member Care',
};
const segment = { lineOfBusiness: null, channel: 'voice', queue: null, language: null };
const target = { comparator: '>=', value: '0.8' } as const;
const figure = {
  state: 'met',
  value: '0.8667',
  numerator: '8667',
  denominator: '10000',
  claimedValue: null,
  interval: null,
} as const;
const firstFigure = { ...figure, state: 'breached', value: '0.7333', numerator: '7333' } as const;

/** A figure as a preview shows it: without the interval of a sampled metric. */
function foreseen<Interval, Shown>({ interval: _, ...shown }: Shown & { readonly interval: Interval }) {
  return shown;
}

const reason = {
  code: 'kpi_file',
  file: {
    id: ids.correctedFile,
    name: 'march-corrected.csv',
    restatementReason: 'Overflow queue was left out',
  },
} as const;
const firstReason = {
  code: 'kpi_file',
  file: { id: ids.file, name: 'march.csv', restatementReason: null },
} as const;

const resultSummary = {
  id: ids.result,
  month: '2026-03',
  revision: 2,
  vendor,
  sla: { id: ids.sla, name: 'Calls answered within 20 s', segment },
  metric: {
    id: ids.metric,
    code: 'service_level',
    name: 'Service level',
    unit: 'ratio',
    direction: 'higher',
    version: 1,
  },
  target,
  ...figure,
  evaluatedAt: '2026-04-06T12:00:01Z',
} as const;

const result = {
  ...resultSummary,
  latest: true,
  rowsCounted: 1488,
  grain: '30min',
  asOfLoad: 12,
  reason,
  breachId: ids.breach,
  excusing: null,
  revisions: [
    {
      ...figure,
      id: ids.result,
      revision: 2,
      latest: true,
      metricVersion: 1,
      reason,
      evaluatedAt: '2026-04-06T12:00:01Z',
    },
    {
      ...firstFigure,
      id: ids.firstRevision,
      revision: 1,
      latest: false,
      metricVersion: 1,
      reason: firstReason,
      evaluatedAt: '2026-04-02T09:10:00Z',
    },
  ],
} as const;

const breachSummary = {
  id: ids.breach,
  kind: 'target',
  vendor,
  month: '2026-03',
  sla: { id: ids.sla, name: 'Calls answered within 20 s', segment, target },
  clock: null,
  result: { ...figure, id: ids.result, revision: 2, unit: 'ratio' },
  breachedAt: '2026-04-01T04:00:00Z',
  openedAt: '2026-04-02T09:10:00Z',
  closedAt: '2026-04-06T12:00:01Z',
  closingReason: 'restated',
} as const;

const comment = {
  id: '019d3a10-7777-7000-8000-000000000001',
  side: 'vendor',
  author: 'Ana Reyes',
  text: 'The overflow queue was missing from the first file.',
  createdAt: '2026-04-06T12:30:00Z',
} as const;

const breach = {
  ...breachSummary,
  contract: { id: ids.contract, reference: 'MSA-2026-01', versionNumber: 1 },
  openedBy: {
    resultId: ids.firstRevision,
    revision: 1,
    state: 'breached',
    value: '0.7333',
    evaluatedAt: '2026-04-02T09:10:00Z',
    reason: firstReason,
  },
  closedBy: {
    resultId: ids.result,
    revision: 2,
    state: 'met',
    value: '0.8667',
    evaluatedAt: '2026-04-06T12:00:01Z',
    reason,
  },
  reporting: null,
  waiver: null,
  comments: [comment],
} as const;

const trend = {
  slaId: ids.sla,
  name: 'Calls answered within 20 s',
  segment,
  unit: 'ratio',
  direction: 'higher',
  points: [
    { month: '2026-02', resultId: null, figure: null, target, metricVersion: null },
    { month: '2026-03', resultId: ids.result, figure, target, metricVersion: 1 },
  ],
} as const;

const cuts = {
  resultId: ids.result,
  by: 'language',
  analysis: true,
  whole: { state: 'met', value: '0.8667', numerator: '8667', denominator: '10000', interval: null },
  cuts: [
    {
      name: 'es',
      state: 'breached',
      value: '0.7',
      numerator: '700',
      denominator: '1000',
      interval: null,
      shareOfVolume: '0.1',
      difference: '-0.1667',
      standing: 'behind',
      rowsCounted: 744,
    },
  ],
} as const;

const portfolio = {
  months: ['2026-03'],
  vendors: [
    {
      ...vendor,
      cells: [
        { month: '2026-03', state: 'met', score: '100', scorecardId: null, met: 3, breached: 0, total: 3 },
      ],
    },
  ],
} as const;

const explanation = {
  result,
  metric: {
    version: 1,
    effectiveFrom: '2026-01-01',
    source: 'K1: 80 % of calls offered are answered within 20 s',
    definition: {
      id: 'service_level',
      version: 1,
      unit: 'ratio',
      direction: 'higher',
      numerator: [{ measure: 'answered_within_threshold' }],
      denominator: [{ measure: 'offered' }],
      threshold: { seconds: 20, comparison: '<=' },
      source: 'K1: 80 % of calls offered are answered within 20 s',
    },
    measures: [
      { code: 'answered_within_threshold', label: 'Calls answered within threshold', unit: 'count' },
      { code: 'offered', label: 'Calls offered', unit: 'count' },
    ],
  },
  contract: {
    id: ids.contract,
    reference: 'MSA-2026-01',
    title: 'Member services',
    versionId: ids.contractVersion,
    versionNumber: 1,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    timezone: 'America/New_York',
    admitsClaimed: false,
  },
  clause: {
    number: '4.2',
    heading: 'Service levels',
    page: 11,
    text: '80 % of calls are answered within 20 seconds.',
  },
  window: {
    start: '2026-03-01T05:00:00Z',
    end: '2026-04-01T04:00:00Z',
    zone: 'America/New_York',
    reportDueAt: '2026-04-06T04:00:00Z',
  },
  excluded: [],
  claimed: [],
  rowsDroppedAt: null,
  trace: [
    {
      rule: 'kpi.ratioOfSums',
      facts: { value: '0.8667', numerator: '8667', denominator: '10000' },
    },
    {
      rule: 'target.comparison',
      facts: { value: '0.8667', comparator: '>=', target: '0.8', met: true },
    },
  ],
  trend,
} as const;

const explainedRow = {
  file: { id: ids.correctedFile, name: 'march-corrected.csv' },
  line: 2,
  elsewhere: {},
  startsAt: '2026-03-01T05:00:00Z',
  localDate: '2026-03-01',
  grain: '30min',
  segment,
  amounts: { answered_within_threshold: '9', offered: '10' },
  counted: true,
} as const;

const fileEffects = {
  standing: 'current',
  complete: true,
  monthsLeftOff: 0,
  results: [
    {
      month: '2026-03',
      vendor,
      sla: resultSummary.sla,
      metric: resultSummary.metric,
      target,
      now: {
        ...foreseen(firstFigure),
        resultId: ids.firstRevision,
        revision: 1,
      },
      then: foreseen(figure),
      breach: { change: 'closes', breachId: ids.breach },
    },
  ],
} as const;

const reportingDuty = {
  vendor,
  contract: { id: ids.contract, reference: 'MSA-2026-01', versionNumber: 1 },
  month: '2026-03',
  state: 'in_time',
  dueAt: '2026-04-11T04:00:00Z',
  timezone: 'America/New_York',
  receivedAt: '2026-04-03T15:40:00Z',
  file: { id: ids.file, name: 'march.csv' },
  breachId: null,
  remindedAt: null,
  escalatedAt: null,
} as const;

const fileLine = {
  line: 3,
  measurements: [
    {
      vendor,
      localDate: '2026-03-02',
      startsAt: '2026-03-02T14:30:00Z',
      grain: '30min',
      segment,
      amounts: { offered: '12', answered_within_threshold: '9' },
      loadNumber: 11,
      supersededBy: { fileId: ids.correctedFile, fileName: 'march-corrected.csv', line: 3 },
    },
  ],
  cases: [],
  results: [
    {
      id: ids.firstRevision,
      month: '2026-03',
      revision: 1,
      latest: false,
      sla: { id: ids.sla, name: resultSummary.sla.name },
      vendor,
      state: 'breached',
      scorecards: [{ id: '019d3a20-1111-7000-8000-00000000000a', revision: 1, state: 'published' }],
    },
  ],
} as const;

const countedCase = {
  number: 'C-20418',
  segment: { lineOfBusiness: null, channel: null, queue: null, language: null },
  openedOn: '2026-03-02',
  closedOn: '2026-03-20',
  dueOn: '2026-03-23',
  countedBy: 'due',
  countedOn: '2026-03-23',
  inTime: true,
  file: { id: ids.correctedFile, name: 'complaints-march.csv' },
  lines: [{ from: 7, to: 9 }],
} as const;

export const examples = {
  countedCase,
  fileEffects,
  fileLine,
  reportingDuty,
  resultSummary,
  result,
  breachSummary,
  breach,
  comment,
  trend,
  cuts,
  portfolio,
  explanation,
  explainedRow,
};
