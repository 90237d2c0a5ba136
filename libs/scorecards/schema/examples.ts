/** One story told by all examples of this thing: Northwind's March, published, then restated. */
const ids = {
  scorecard: '019d3a20-0000-7000-8000-000000000002',
  first: '019d3a20-0000-7000-8000-000000000001',
  contract: '019d3a10-6666-7000-8000-000000000001',
  speed: '019d3a10-2222-7000-8000-000000000001',
  quality: '019d3a10-2222-7000-8000-000000000002',
} as const;

const vendor = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  code: 'NORTHWIND',
  name: 'Northwind Member Care',
};
const everywhere = { lineOfBusiness: null, channel: null, queue: null, language: null };
const speedTarget = { comparator: '>=', value: '0.80' } as const;

const speed = {
  slaId: ids.speed,
  name: 'Calls answered within 20 s',
  metric: {
    id: '019d3a10-3333-7000-8000-000000000001',
    code: 'service_level',
    name: 'Service level',
    unit: 'ratio',
    direction: 'higher',
    family: 'speed',
  },
  segment: everywhere,
  target: speedTarget,
  clause: '4.1',
  weight: '40',
  points: '100',
  state: 'met',
  value: '0.8667',
  numerator: '8667',
  denominator: '10000',
  claimedValue: null,
  interval: null,
  resultId: '019d3a10-1111-7000-8000-000000000002',
  resultRevision: 2,
  previous: { month: '2026-02', state: 'breached', value: '0.7811' },
} as const;

const quality = {
  ...speed,
  slaId: ids.quality,
  name: 'Disclosures',
  metric: {
    id: '019d3a10-3333-7000-8000-000000000002',
    code: 'qa_disclosure',
    name: 'Quality: disclosures',
    unit: 'ratio',
    direction: 'higher',
    family: 'compliance',
  },
  target: { comparator: '>=', value: '0.95' },
  weight: '60',
  value: '0.98125',
  numerator: '314',
  denominator: '320',
  interval: { lower: '0.959723', upper: '0.991382' },
  resultId: '019d3a10-1111-7000-8000-000000000004',
  resultRevision: 1,
  previous: null,
} as const;

const summary = {
  id: ids.scorecard,
  vendor,
  period: '2026-03',
  revision: 2,
  state: 'draft',
  complete: true,
  score: '100',
  band: 'onTarget',
  coverage: '1',
  builtAt: '2026-04-20T12:00:02Z',
  publishedAt: null,
  version: 1,
} as const;

const comment = {
  id: '019d3a20-1111-7000-8000-000000000001',
  revision: 1,
  slaId: ids.speed,
  side: 'vendor',
  author: 'Marisol Quito',
  text: 'The overflow queue was left out of the first file; a corrected one follows.',
  createdAt: '2026-04-14T15:05:00Z',
} as const;

const scorecard = {
  ...summary,
  contract: { id: ids.contract, reference: 'MSA-2026-014', versionNumber: 1 },
  minimumCoverage: '0.6',
  arithmetic: { earned: '10000', covered: '100' },
  lines: [speed, quality],
  missing: [],
  reasons: [
    {
      code: 'kpi_file',
      file: {
        id: '019d3a10-5555-7000-8000-000000000002',
        name: 'march-corrected.csv',
        restatementReason: 'Overflow queue was left out',
      },
    },
  ],
  difference: {
    revision: 1,
    score: { before: '60', after: '100' },
    coverage: { before: '1', after: '1' },
    lines: [
      {
        slaId: ids.speed,
        name: speed.name,
        unit: 'ratio',
        before: { state: 'breached', value: '0.7333', points: '0', weight: '40', target: speedTarget },
        after: { state: 'met', value: '0.8667', points: '100', weight: '40', target: speedTarget },
      },
    ],
  },
  publishedByName: null,
  revisions: [
    {
      id: ids.first,
      revision: 1,
      state: 'published',
      score: '60',
      builtAt: '2026-04-11T00:00:04Z',
      publishedAt: '2026-04-14T16:30:00Z',
    },
    {
      id: ids.scorecard,
      revision: 2,
      state: 'draft',
      score: '100',
      builtAt: '2026-04-20T12:00:02Z',
      publishedAt: null,
    },
  ],
  comments: [comment],
} as const;

export const examples = { summary, scorecard, comment, vendor } as const;
