import { exampleClock } from '@plumbline/clocks/schema';
import type { Incident, IncidentSummary } from './incident';

const vendor = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  code: 'NORTHWIND',
  name: 'Northwind Member Care',
  timezone: 'America/New_York',
};
const partner = { by: 'Rosa Lindqvist', side: 'vendor', recordedAt: '2026-03-02T09:30:00Z' } as const;

export const exampleIncidentSummary: IncidentSummary = {
  id: '019b2f90-0001-7abc-8def-0123456789ab',
  reference: 'NORTHWIND-2026-0007',
  title: 'Laptop left in a taxi',
  vendor,
  service: 'voice',
  phi: 'yes',
  severity: null,
  state: 'reported',
  isDrill: false,
  exerciseId: null,
  discoveredAt: '2026-03-02T07:10:00Z',
  notifiedAt: null,
  reportedAt: '2026-03-02T09:30:00Z',
  acknowledgedAt: null,
  closedAt: null,
  peopleAffected: null,
  owner: null,
  nextDeadline: {
    policyCode: exampleClock.policy.code,
    policyName: exampleClock.policy.name,
    policyNameEs: exampleClock.policy.nameEs,
    at: exampleClock.deadlineAt,
  },
  lateClocks: 0,
  version: 1,
};

export const exampleIncident: Incident = {
  ...exampleIncidentSummary,
  places: [],
  source: 'person',
  reportedBy: 'Ana Reyes',
  reportedBySide: 'insurer',
  discovery: {
    at: '2026-03-02T07:10:00Z',
    basis: 'asserted',
    asserted: '2026-03-02T07:10:00Z',
    deemed: null,
  },
  acknowledgedBy: null,
  secondsToAcknowledge: null,
  clocks: [exampleClock],
  waiting: [],
  escalation: {
    vendorLadder: [{ position: 1, name: 'Security desk', tellsFromStage: 50 }],
    insurerRoles: ['security'],
  },
  milestones: [
    {
      ...partner,
      id: '019b2f90-2001-7abc-8def-0123456789ab',
      milestone: 'discovered',
      basis: 'asserted',
      at: '2026-03-02T07:10:00Z',
      note: null,
      current: true,
    },
  ],
  supplements: [
    {
      ...partner,
      id: '019b2f90-2002-7abc-8def-0123456789ab',
      text: 'The disk was encrypted; the screen was locked.',
      knownAt: '2026-03-02T09:20:00Z',
    },
  ],
  estimates: [],
  tasks: [],
  notes: [],
  evidence: [],
  links: [],
  handOvers: [],
  report: null,
  closure: null,
  now: '2026-03-02T09:30:00Z',
};
