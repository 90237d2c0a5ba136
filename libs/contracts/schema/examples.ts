import { demandedClauses } from './demanded-clauses';

/** One contract, as the examples of the operations tell it. */
const contractId = '019b2f70-12ab-7c01-8a11-5a3de1f0c001';
const vendorId = '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f';

const clauses = [
  {
    kind: 'service_levels',
    number: '4.1',
    heading: 'Service levels',
    text: 'Vendor answers 80 % of calls offered within 20 seconds, measured by calendar month.',
    page: 7,
    terms: {},
  },
  ...demandedClauses,
];

const everywhere = { lineOfBusiness: null, channel: null, queue: null, language: null };
const serviceLevel = {
  name: 'Service level 80/20',
  metricId: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c01',
  clauseNumber: '4.1',
  target: { comparator: '>=', value: '0.80' },
  segment: everywhere,
  window: 'month',
  minimumSample: 0,
  weight: '40',
};
const disclosures = {
  name: 'Disclosures',
  metricId: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c02',
  clauseNumber: '4.1',
  target: { comparator: '>=', value: '0.95' },
  segment: everywhere,
  window: 'month',
  minimumSample: 30,
  weight: '60',
};

export const exampleTerms = {
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  timezone: 'America/New_York',
  reportingDueDay: 10,
  admitsClaimed: false,
  minimumCoverage: '0.6',
  speedOutweighsReason: null,
  term: {
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    renewalMonths: 12,
    notice: { count: 3, unit: 'months' },
  },
  clauses,
  slas: [serviceLevel, disclosures],
};

export const exampleVersion = {
  ...exampleTerms,
  contractId,
  vendorId,
  number: 1,
  state: 'draft',
  slas: [
    {
      ...serviceLevel,
      id: '019b2f70-aa01-7e55-8d01-99aa00bb0001',
      metric: {
        code: 'service_level',
        name: 'Service level',
        unit: 'ratio',
        direction: 'higher',
        family: 'speed',
      },
    },
    {
      ...disclosures,
      id: '019b2f70-aa01-7e55-8d01-99aa00bb0002',
      metric: {
        code: 'qa_disclosure',
        name: 'Quality: disclosures',
        unit: 'ratio',
        direction: 'higher',
        family: 'compliance',
      },
    },
  ],
  findings: [
    {
      code: 'clause-missing',
      severity: 'advice',
      path: 'clauses',
      key: 'clause-missing/background_checks',
      parameters: { clause: 'background_checks' },
      detail: 'No clause agrees on background checks of agents.',
      waivable: true,
      standing: 'open',
      assignment: null,
      waiver: null,
      requestedWaiverId: null,
      expiredOn: null,
    },
  ],
  weightsTotal: '100',
  activation: { endsVersion: null, months: ['2026-01', '2026-02'] },
  activatedAt: null,
  version: 2,
};

export const exampleSummary = {
  id: contractId,
  reference: 'MSA-2026-014',
  title: 'Member services, voice',
  vendor: { id: vendorId, code: 'NORTHWIND', name: 'Northwind Member Care' },
  versions: [
    { number: 1, state: 'draft', effectiveFrom: '2026-01-01', effectiveTo: null, slas: 2, activatedAt: null },
  ],
};

export const exampleContract = {
  ...exampleSummary,
  owner: { id: '019b2f6e-0000-7000-8000-000000000001', name: 'Ana Ruiz' },
  createdAt: '2025-12-10T15:00:00Z',
  updatedAt: '2025-12-12T09:20:00Z',
  version: 1,
};
