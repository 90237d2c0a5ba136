import type { Clock } from './clock';

export const exampleClock: Clock = {
  id: '019b2f90-1001-7abc-8def-0123456789ab',
  vendor: {
    id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
    name: 'Northwind Member Care',
    timezone: 'America/New_York',
  },
  subject: {
    kind: 'incident',
    id: '019b2f90-0001-7abc-8def-0123456789ab',
    label: 'NORTHWIND-2026-0007 Laptop left in a taxi',
  },
  policy: {
    code: 'contract-notice',
    version: 1,
    name: 'Notice to the insurer (contract)',
    nameEs: 'Aviso a la aseguradora (contrato)',
    source: { title: 'MSA-NORTHWIND, clause 9.2', url: null },
    owedBy: 'vendor',
  },
  legs: [{ startsAt: 'discovered', unit: 'elapsedHours', amount: 24 }],
  startsAt: 'discovered',
  metBy: 'notified',
  timezone: 'America/New_York',
  state: 'running',
  startedAt: '2026-03-02T07:10:00Z',
  deadlineAt: '2026-03-03T07:10:00Z',
  metAt: null,
  cancelledAt: null,
  cancelReason: null,
  isDrill: false,
  stages: [
    { stage: 50, at: '2026-03-02T19:10:00Z', noticedAt: null },
    { stage: 75, at: '2026-03-03T01:10:00Z', noticedAt: null },
    { stage: 90, at: '2026-03-03T04:46:00Z', noticedAt: null },
    { stage: 100, at: '2026-03-03T07:10:00Z', noticedAt: null },
  ],
  trace: [
    {
      rule: 'clock.started',
      facts: {
        at: '2026-03-02T02:10:00-05:00',
        unit: 'elapsedHours',
        amount: 24,
        zone: 'America/New_York',
      },
    },
  ],
  now: '2026-03-02T09:30:00Z',
};
