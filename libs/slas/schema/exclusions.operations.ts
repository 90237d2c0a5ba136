import { id, operation, pageOf, pageQuery, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { examples } from './examples';
import { exclusion, exclusionDecision, exclusionStates, newExclusion } from './exclusion';

const thing = 'results';
const exclusionParams = z.strictObject({ tenant: tenantSlug, exclusionId: id });

const requested = {
  id: '019d3a40-0000-7000-8000-000000000001',
  vendor: examples.resultSummary.vendor,
  contract: { id: '019d3a10-6666-7000-8000-000000000001', reference: 'MSA-2026-014' },
  sla: { id: examples.resultSummary.sla.id, name: examples.resultSummary.sla.name },
  effect: 'exclude',
  kind: 'client_outage',
  clause: null,
  startsAt: '2026-03-12T14:00:00Z',
  endsAt: '2026-03-12T19:00:00Z',
  timezone: 'America/New_York',
  reason: 'The insurer’s carrier was down; ticket 4711.',
  beyond: null,
  requestedSide: 'vendor',
  requestedBy: 'Paul Reyes',
  requestedAt: '2026-04-02T09:00:00Z',
  own: false,
  state: 'requested',
  note: null,
  decidedBy: null,
  decidedAt: null,
  version: 1,
} as const;

export const listExclusions = operation({
  id: 'listExclusions',
  method: 'GET',
  path: '/tenants/:tenant/exclusions',
  summary: 'Exclusions and waivers, newest request first; a vendor’s own user sees its own',
  thing,
  access: { permission: 'result.read' },
  params: tenantParams,
  query: pageQuery.extend({
    vendorId: id.optional(),
    contractId: id.optional(),
    state: z.enum(exclusionStates).optional(),
  }),
  response: pageOf(exclusion),
  example: { response: { items: [requested], nextCursor: null } },
});

export const requestExclusion = operation({
  id: 'requestExclusion',
  method: 'POST',
  path: '/tenants/:tenant/exclusions',
  summary:
    'Ask for counted rows to be taken out, or for a breach to be waived; somebody else of the insurer decides',
  thing,
  access: { permission: 'exclusion.request' },
  params: tenantParams,
  body: newExclusion,
  response: exclusion,
  status: 201,
  idempotent: true,
  example: {
    request: {
      contractId: requested.contract.id,
      slaId: requested.sla.id,
      effect: 'exclude',
      kind: 'client_outage',
      firstDate: '2026-03-12',
      lastDate: '2026-03-12',
      from: '10:00',
      to: '15:00',
      reason: requested.reason,
    },
    response: requested,
  },
});

export const decideExclusion = operation({
  id: 'decideExclusion',
  method: 'POST',
  path: '/tenants/:tenant/exclusions/:exclusionId/decision',
  summary: 'Approve or decline what somebody else asked for; the months it concerns are evaluated anew',
  thing,
  access: { permission: 'exclusion.approve' },
  params: exclusionParams,
  body: exclusionDecision,
  response: exclusion,
  conditional: true,
  example: {
    request: { decision: 'approved', note: 'Confirmed by our carrier.' },
    response: {
      ...requested,
      state: 'approved',
      note: 'Confirmed by our carrier.',
      decidedBy: 'Ines Okafor',
      decidedAt: '2026-04-03T09:00:00Z',
      version: 2,
    },
  },
});
