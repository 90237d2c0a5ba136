const metric = {
  id: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c01',
  code: 'service_level',
  name: 'Service level',
  unit: 'ratio',
  direction: 'higher',
};
const segment = { lineOfBusiness: null, channel: null, queue: null, language: null };
const vendor = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  code: 'NORTHWIND',
  name: 'Northwind Member Care',
};
const contract = { id: '019b2f70-12ab-7c01-8a11-5a3de1f0c001', reference: 'MSA-2026-014' };

export const exampleNewTarget = {
  metricId: metric.id,
  segment,
  target: { comparator: '>=', value: '0.85' },
  effectiveFrom: '2026-01-01',
  services: ['voice'],
  metricVersion: null,
  reason: 'Board resolution of 3 December 2025: members wait less.',
};

const { metricId: _metric, segment: _segment, ...said } = exampleNewTarget;
export const exampleNewVersion = said;

export const exampleTarget = {
  id: '019b2f71-0001-7e55-8d01-99aa00bb0101',
  metric,
  segment,
  versions: [{ number: 1, ...said, setBy: 'Maya Ortiz', setAt: '2025-12-04T15:00:00Z' }],
  inForce: 1,
  version: 1,
};

export const exampleFloor = {
  code: 'cms-answered-30s',
  floorVersion: 1,
  title: { en: 'CMS: calls answered within 30 s', es: 'CMS: llamadas atendidas en 30 s' },
  citation: '42 CFR 422.111(h)(1) (Medicare Advantage), 42 CFR 423.128(d)(1) (Part D)',
  says: { en: '80 % of incoming calls are answered within 30 seconds.', es: 'El 80 % en 30 segundos.' },
  mind: { en: 'The text names no window.', es: 'El texto no nombra ningún periodo.' },
  asOf: '2021-01-19',
  source: '86 FR 5864, final rule of 19 January 2021 (CMS-4190-F2)',
  unit: 'ratio',
  direction: 'higher',
  target: { comparator: '>=', value: '0.80' },
  thresholdSeconds: 30,
  services: ['voice'],
  suggestedMetricId: metric.id,
  on: true,
  metric,
  history: [
    {
      number: 1,
      on: true,
      floorVersion: 1,
      metric,
      reason: 'We serve Medicare Advantage members.',
      setBy: 'Maya Ortiz',
      setAt: '2025-12-04T15:00:00Z',
    },
  ],
};

const sla = {
  id: '019b2f70-aa01-7e55-8d01-99aa00bb0001',
  name: 'Service level 80/20',
  clauseNumber: '4.1',
  target: { comparator: '>=', value: '0.80' },
  segment,
  window: 'month',
};
const parityContract = {
  ...contract,
  title: 'Member services, voice',
  vendor: { ...vendor, services: ['voice'] },
  number: 1,
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
};
const { code, floorVersion, title, citation, target } = exampleFloor;
const floor = { code, floorVersion, title, citation, target, number: 1 };

export const exampleMatrix = {
  on: '2026-03-12',
  contracts: [parityContract],
  rows: [
    {
      id: `${metric.id}~~~~`,
      metric: { ...metric, version: 1 },
      segment,
      internalTarget: {
        id: exampleTarget.id,
        number: 1,
        target: exampleNewTarget.target,
        services: ['voice'],
        effectiveFrom: '2026-01-01',
      },
      floors: [floor],
      cells: [
        {
          contractId: contract.id,
          state: 'weaker',
          reasons: [],
          sla,
          floors: [{ code, verdict: 'incomparable', reasons: ['definition'] }],
          since: '2026-01-01',
        },
      ],
    },
  ],
  counts: { equal: 0, stricter: 0, weaker: 1, missing: 0, incomparable: 0, no_target: 0, not_demanded: 0 },
};

export const exampleFinding = {
  id: '019b2f71-0001-7e55-8d01-99aa00bb0201',
  contract,
  vendor,
  against: 'internal_target',
  floorCode: null,
  metric,
  segment,
  verdict: 'weaker',
  reasons: [],
  opened: { cause: 'internal_target', number: 1, since: '2026-01-01' },
  openedAt: '2025-12-04T15:00:01Z',
  closed: null,
};

const [row] = exampleMatrix.rows;
const trace = [{ rule: 'parity.verdict', facts: { verdict: 'weaker', reasons: [] } }];
const sentences = { en: ['The SLA is weaker.'], es: ['El SLA es más débil.'] };

export const exampleExplanation = {
  on: exampleMatrix.on,
  contract: parityContract,
  metric: row?.metric,
  segment,
  state: 'weaker',
  reasons: [],
  sla,
  internalTarget: { ...exampleTarget.versions[0], targetId: exampleTarget.id },
  definition: { agreed: { id: 'service_level' }, expected: { id: 'service_level' } },
  trace,
  sentences,
  request: { op: 'parity.compare', input: {} },
  floors: [{ ...floor, verdict: 'incomparable', reasons: ['definition'], trace, sentences }],
  history: [exampleFinding],
};
