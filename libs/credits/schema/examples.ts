import { settleMonth } from './settlement';
import { creditSchemeTerms } from './scheme-terms';

/** One story told by all examples of this thing: Northwind's March, in which the service level missed. */
const ids = {
  statement: '019d3a30-0000-7000-8000-000000000001',
  scheme: '019d3a30-1111-7000-8000-000000000001',
  dispute: '019d3a30-2222-7000-8000-000000000001',
  contract: '019d3a10-6666-7000-8000-000000000001',
  speed: '019d3a10-2222-7000-8000-000000000001',
  quality: '019d3a10-2222-7000-8000-000000000002',
} as const;

const vendor = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  code: 'NORTHWIND',
  name: 'Northwind Member Care',
};
const contract = { id: ids.contract, reference: 'MSA-2026-014', versionNumber: 1 };
const everywhere = { lineOfBusiness: null, channel: null, queue: null, language: null };

const terms = creditSchemeTerms.parse({
  currency: 'USD',
  from: '2026-01',
  fees: [{ from: '2026-01', amount: '100000' }],
  atRisk: '0.10',
  pools: [{ name: 'Service', share: '1' }],
  lines: [
    { slaId: ids.speed, pool: 'Service', allocation: '0.40', method: { kind: 'allocation' } },
    { slaId: ids.quality, pool: 'Service', allocation: '0.60', method: { kind: 'allocation' } },
  ],
  repeat: ['1', '1.5'],
  triggers: [{ effect: 'chronic', rule: { kind: 'consecutive', n: 3 } }],
});

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
  target: { comparator: '>=', value: '0.80' },
  clause: '4.1',
  state: 'breached',
  value: '0.7333',
  numerator: '7333',
  denominator: '10000',
  claimedValue: null,
  interval: null,
  resultId: '019d3a10-1111-7000-8000-000000000002',
  resultRevision: 1,
  agreed: {
    pool: 'Service',
    poolShare: '1',
    allocation: '0.40',
    method: { kind: 'allocation' },
    event: null,
  },
  standing: 'paid',
  occurrence: 1,
  skipped: [],
  amount: '4000',
  problem: null,
} as const;

const quality = {
  ...speed,
  slaId: ids.quality,
  name: 'Disclosures',
  metric: {
    ...speed.metric,
    id: '019d3a10-3333-7000-8000-000000000002',
    code: 'qa_disclosure',
    name: 'Quality: disclosures',
    family: 'compliance',
  },
  target: { comparator: '>=', value: '0.95' },
  state: 'met',
  value: '0.98125',
  numerator: '314',
  denominator: '320',
  interval: { lower: '0.959723', upper: '0.991382' },
  resultId: '019d3a10-1111-7000-8000-000000000004',
  agreed: { ...speed.agreed, allocation: '0.60' },
  standing: 'none',
  occurrence: 0,
  amount: '0',
} as const;

const settled = settleMonth(terms, '2026-03', [
  { ...speed, occurrence: 1 },
  { ...quality, occurrence: 1 },
]);

const summary = {
  id: ids.statement,
  vendor,
  contract,
  period: '2026-03',
  state: 'shared',
  complete: true,
  currency: 'USD',
  credit: settled.credit,
  total: settled.credit,
  openDisputes: 1,
  approvals: 0,
  triggered: 0,
  builtAt: '2026-04-08T09:00:00Z',
  approvedAt: null,
  export: null,
  version: 2,
} as const;

const dispute = {
  id: ids.dispute,
  slaId: ids.speed,
  name: speed.name,
  reason: 'Telephony was down on your side on 12 March.',
  state: 'open',
  raisedBy: 'Paul Reyes',
  raisedAt: '2026-04-09T10:00:00Z',
  note: null,
  decidedBy: null,
  decidedAt: null,
  documents: [
    {
      document: {
        id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e70',
        name: 'carrier-ticket-4711.pdf',
        mediaType: 'application/pdf',
        bytes: 48_120,
        sha256: 'f81c3c17f645a9438e14487e906cb888a02dac5c8d8c5750de6b06d550f492e5',
        vendorId: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
        uploadedBy: 'Paul Reyes',
        uploadedBySide: 'vendor',
        uploadedAt: '2026-04-09T09:58:00Z',
      },
      attachedBy: 'Paul Reyes',
      side: 'vendor',
      attachedAt: '2026-04-09T10:00:00Z',
    },
  ],
} as const;

const scheme = {
  id: ids.scheme,
  vendor,
  contract,
  revision: 1,
  terms,
  enteredBy: 'Ines Okafor',
  enteredAt: '2026-01-02T09:00:00Z',
  revisions: [{ revision: 1, enteredBy: 'Ines Okafor', enteredAt: '2026-01-02T09:00:00Z' }],
};

const trigger = {
  ...terms.triggers[0],
  slaId: ids.speed,
  name: speed.name,
  triggered: false,
  months: [
    { period: '2026-02', verdict: 'P' },
    { period: '2026-03', verdict: 'F' },
  ],
  undecided: 0,
  trace: [],
} as const;

export const examples = {
  heldTrigger: {
    ...trigger,
    triggered: true,
    vendor,
    contract,
    statementId: ids.statement,
    period: '2026-03',
  },
  vendor,
  contract,
  dispute,
  scheme,
  proposal: {
    source: { contract, revision: 1 },
    terms: { ...terms, from: '2026-07' },
    left: ['Average handle time'],
    unpriced: [],
  },
  gap: {
    vendor,
    contract: { ...contract, versionNumber: 2 },
    from: '2026-07',
    source: { contract, revision: 1 },
  },
  schemeSummary: {
    id: scheme.id,
    vendor,
    contract,
    revision: 1,
    enteredBy: scheme.enteredBy,
    enteredAt: scheme.enteredAt,
    currency: terms.currency,
    from: terms.from,
    lines: terms.lines.length,
  },
  summary,
  statement: {
    ...summary,
    fee: settled.fee,
    uncapped: settled.uncapped,
    cap: settled.cap,
    yearCredited: '0',
    schemeRevision: 1,
    terms,
    lines: [speed, quality],
    entries: [],
    triggers: [trigger],
    trace: settled.trace,
    request: settled.request,
    disputes: [dispute],
    approvers: [],
    remarks: [],
    sharedBy: 'Ines Okafor',
    sharedAt: '2026-04-08T12:00:00Z',
    correctedBy: [],
  },
} as const;
