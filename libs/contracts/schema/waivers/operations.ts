import { id, operation, pageOf, pageQuery, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { exampleVersion } from '../examples';
import { contractVersion } from '../contract';
import { newFindingAssignment } from '../findings/finding';
import { newWaiver, waiver, waiverDecision, waiverStates, waiverWithdrawal } from './waiver';

const thing = 'contracts';
const write = { permission: 'contract.write' };
const contractParams = z.strictObject({ tenant: tenantSlug, contractId: id });
const waiverParams = z.strictObject({ tenant: tenantSlug, waiverId: id });

const example = {
  id: '019b2f70-3001-7abc-8def-0123456789ab',
  contract: { id: exampleVersion.contractId, reference: 'MSA-2026-014' },
  vendor: { id: exampleVersion.vendorId, name: 'Northwind Member Care' },
  number: 2,
  finding: {
    code: 'clause-missing',
    key: 'clause-missing/right_to_audit',
    parameters: { clause: 'right_to_audit' },
    detail: 'No clause agrees on the right to audit.',
  },
  reason: 'The vendor signs the audit schedule in March; until then its SOC 2 report is accepted.',
  expiresOn: '2026-09-30',
  state: 'requested',
  inForce: false,
  requestedBy: { id: '019b2f6e-0000-7000-8000-000000000001', name: 'Ana Ruiz' },
  requestedAt: '2026-05-04T15:00:00Z',
  decidedBy: null,
  decidedAt: null,
  note: null,
  withdrawnBy: null,
  withdrawnAt: null,
  version: 1,
} as const;

export const listWaivers = operation({
  id: 'listWaivers',
  method: 'GET',
  path: '/tenants/:tenant/waivers',
  summary: 'Waivers of missing or weaker clauses, newest first',
  thing,
  access: { permission: 'waiver.read' },
  params: tenantParams,
  query: pageQuery.extend({
    contractId: id.optional(),
    state: z.enum(waiverStates).optional(),
  }),
  response: pageOf(waiver),
  example: { response: { items: [example], nextCursor: null } },
});

export const requestWaiver = operation({
  id: 'requestWaiver',
  method: 'POST',
  path: '/tenants/:tenant/contracts/:contractId/waivers',
  summary: 'Ask for a waiver of an open finding about a clause, until a day; another person decides',
  thing,
  access: write,
  params: contractParams,
  body: newWaiver,
  response: waiver,
  status: 201,
  idempotent: true,
  example: {
    request: { number: 2, key: example.finding.key, reason: example.reason, expiresOn: example.expiresOn },
    response: example,
  },
});

export const decideWaiver = operation({
  id: 'decideWaiver',
  method: 'POST',
  path: '/tenants/:tenant/waivers/:waiverId/decision',
  summary: 'Approve or refuse a waiver that another person asked for',
  thing,
  access: { permission: 'waiver.approve' },
  params: waiverParams,
  body: waiverDecision,
  response: waiver,
  conditional: true,
  example: {
    request: { decision: 'approve', note: null },
    response: {
      ...example,
      state: 'approved',
      inForce: true,
      decidedBy: { id: '019b2f6e-0000-7000-8000-000000000002', name: 'Ben Cho' },
      decidedAt: '2026-05-05T09:10:00Z',
      version: 2,
    },
  },
});

export const withdrawWaiver = operation({
  id: 'withdrawWaiver',
  method: 'POST',
  path: '/tenants/:tenant/waivers/:waiverId/withdrawal',
  summary: 'Take a waiver back, asked for or in force; its finding is open again',
  thing,
  access: write,
  params: waiverParams,
  body: waiverWithdrawal,
  response: waiver,
  conditional: true,
  example: {
    request: { note: 'The amendment with the clause was signed.' },
    response: {
      ...example,
      state: 'withdrawn',
      note: 'The amendment with the clause was signed.',
      withdrawnBy: { id: '019b2f6e-0000-7000-8000-000000000001', name: 'Ana Ruiz' },
      withdrawnAt: '2026-08-01T12:00:00Z',
      version: 3,
    },
  },
});

export const assignFinding = operation({
  id: 'assignFinding',
  method: 'POST',
  path: '/tenants/:tenant/contracts/:contractId/finding-assignments',
  summary: 'Say who of the insurer sees to a finding, and until when; the newest assignment holds',
  thing,
  access: write,
  params: contractParams,
  body: newFindingAssignment,
  response: contractVersion,
  status: 201,
  idempotent: true,
  example: {
    request: {
      number: 1,
      key: 'clause-missing/right_to_audit',
      ownerId: '019b2f6e-0000-7000-8000-000000000001',
      dueOn: '2026-03-31',
    },
    response: exampleVersion,
  },
});
