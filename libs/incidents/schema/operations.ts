import { id, instant, operation, pageOf, pageQuery, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { exampleIncident, exampleIncidentSummary } from './examples';
import {
  incident,
  incidentNotice,
  incidentSummary,
  incidentTriage,
  newIncident,
  newSupplement,
} from './incident';
import { incidentStates, phiAnswers, severities, statedMilestones, bases } from './kinds';
import { text } from '@plumbline/api/schema';

const thing = 'incidents';
export const incidentParams = z.strictObject({ tenant: tenantSlug, incidentId: id });
const one = '/tenants/:tenant/incidents/:incidentId';
const report = { permission: 'incident.report' };
const manage = { permission: 'incident.manage' };
const minimum = {
  what: 'Laptop left in a taxi',
  discoveredAt: '2026-03-02T07:10:00Z',
  service: 'voice',
  phiSuspected: 'yes',
} as const;

export const reportIncident = operation({
  id: 'reportIncident',
  method: 'POST',
  path: '/tenants/:tenant/incidents',
  summary: 'Report an incident with the minimum; its clocks start, and the insurer’s security is told',
  thing,
  access: report,
  params: tenantParams,
  body: newIncident,
  response: incident,
  status: 201,
  idempotent: true,
  example: {
    request: { ...minimum, vendorId: exampleIncident.vendor.id, notifiedAt: null },
    response: exampleIncident,
  },
});

/** How the register is narrowed: by its list, in the page's address, in a saved view and in an export. */
export const registerFilters = z.strictObject({
  search: text(100).optional().meta({ description: 'part of a reference or title' }),
  state: z.enum(incidentStates).optional(),
  open: z.enum(['true', 'false']).optional(),
  vendorId: id.optional(),
  severity: z.enum(severities).optional(),
  phi: z.enum(phiAnswers).optional(),
  late: z.enum(['true', 'false']).optional(),
  from: instant.optional().meta({ description: 'discovered at or after' }),
  before: instant.optional().meta({ description: 'discovered before' }),
  drills: z.enum(['true', 'false']).default('false'),
  exerciseId: id.optional(),
});
export type RegisterFilters = z.output<typeof registerFilters>;

export const listIncidents = operation({
  id: 'listIncidents',
  method: 'GET',
  path: '/tenants/:tenant/incidents',
  summary: 'The register, newest first; a vendor’s side sees its own. Drills only when asked for',
  thing,
  access: { permission: 'incident.read' },
  params: tenantParams,
  query: pageQuery.extend(registerFilters.shape),
  response: pageOf(incidentSummary),
  example: { response: { items: [exampleIncidentSummary], nextCursor: null } },
});

export const viewIncident = operation({
  id: 'viewIncident',
  method: 'GET',
  path: one,
  summary: 'One incident with its clocks and everything said about it; that it was looked at is logged',
  thing,
  access: { permission: 'incident.read' },
  params: incidentParams,
  response: incident,
  example: { response: exampleIncident },
});

export const giveIncidentNotice = operation({
  id: 'giveIncidentNotice',
  method: 'POST',
  path: `${one}/notice`,
  summary: 'Notify the insurer of an incident that it had entered itself: the notice that meets the clocks',
  thing,
  access: report,
  params: incidentParams,
  body: incidentNotice,
  response: incident,
  status: 201,
  idempotent: true,
  example: {
    request: minimum,
    response: { ...exampleIncident, notifiedAt: '2026-03-02T09:40:00Z', version: 2 },
  },
});

export const recordMilestone = operation({
  id: 'recordMilestone',
  method: 'POST',
  path: `${one}/milestones`,
  summary:
    'Record when something happened, or correct it: the earlier record stays, deadlines only move earlier',
  thing,
  access: report,
  params: incidentParams,
  body: z.strictObject({
    milestone: z.enum(statedMilestones),
    basis: z.enum(bases).default('asserted'),
    at: instant,
    note: text(500).optional(),
  }),
  response: incident,
  status: 201,
  idempotent: true,
  example: {
    request: { milestone: 'contained', at: '2026-03-02T09:00:00Z', note: 'Remotely wiped' },
    response: { ...exampleIncident, version: 2 },
  },
});

export const addSupplement = operation({
  id: 'addSupplement',
  method: 'POST',
  path: `${one}/supplements`,
  summary: 'Add what is known now; nothing said before is changed',
  thing,
  access: report,
  params: incidentParams,
  body: newSupplement,
  response: incident,
  status: 201,
  idempotent: true,
  example: {
    request: { text: 'The disk was encrypted; the screen was locked.', knownAt: '2026-03-02T09:20:00Z' },
    response: { ...exampleIncident, version: 2 },
  },
});

export const acknowledgeIncident = operation({
  id: 'acknowledgeIncident',
  method: 'POST',
  path: `${one}/acknowledgement`,
  summary: 'Acknowledge an incident as the insurer’s security: the time it took is kept',
  thing,
  access: manage,
  params: incidentParams,
  response: incident,
  conditional: true,
  example: {
    response: {
      ...exampleIncident,
      state: 'acknowledged',
      acknowledgedAt: '2026-03-02T09:45:00Z',
      acknowledgedBy: 'Ana Reyes',
      secondsToAcknowledge: 900,
      version: 2,
    },
  },
});

export const triageIncident = operation({
  id: 'triageIncident',
  method: 'PUT',
  path: `${one}/triage`,
  summary: 'Say how severe it is, whether health information is involved, and where; may shorten deadlines',
  thing,
  access: manage,
  params: incidentParams,
  body: incidentTriage,
  response: incident,
  conditional: true,
  example: {
    request: { severity: 'high', phi: 'yes', places: ['US-VA'] },
    response: { ...exampleIncident, severity: 'high', places: ['US-VA'], version: 2 },
  },
});
