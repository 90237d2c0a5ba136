import { id, operation, pageOf, pageQuery, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { exampleApproved, exampleLife, exampleStep } from '../examples';
import { stepDecision, stepStates, vendorLife, vendorStep, vendorTransition } from './vendor-step';

const thing = 'vendors';
const read = { permission: 'vendor-life.read' };
const vendorParams = z.strictObject({ tenant: tenantSlug, vendorId: id });
const stepParams = z.strictObject({ tenant: tenantSlug, stepId: id });

export const viewVendorLife = operation({
  id: 'viewVendorLife',
  method: 'GET',
  path: '/tenants/:tenant/vendors/:vendorId/life',
  summary: 'Where a vendor stands, what each next step asks, and every step that was asked for',
  thing,
  access: read,
  params: vendorParams,
  response: vendorLife,
  example: { response: exampleLife },
});

export const moveVendor = operation({
  id: 'moveVendor',
  method: 'POST',
  path: '/tenants/:tenant/vendors/:vendorId/transitions',
  summary:
    'Ask for a vendor’s next step: taken at once where it needs nobody else, else it waits for another person',
  thing,
  access: { permission: 'vendor.write' },
  params: vendorParams,
  body: vendorTransition,
  response: vendorStep,
  status: 201,
  idempotent: true,
  conditional: true,
  example: { request: { to: 'active', reason: exampleStep.reason }, response: exampleStep },
});

export const listVendorSteps = operation({
  id: 'listVendorSteps',
  method: 'GET',
  path: '/tenants/:tenant/vendor-steps',
  summary: 'Steps that were asked for, of all vendors, newest first',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({ state: z.enum(stepStates).optional() }),
  response: pageOf(vendorStep),
  example: { response: { items: [exampleStep], nextCursor: null } },
});

export const decideVendorStep = operation({
  id: 'decideVendorStep',
  method: 'POST',
  path: '/tenants/:tenant/vendor-steps/:stepId/decision',
  summary: 'Approve a step that somebody else asked for, which looks at its gate again, or decline it',
  thing,
  access: { permission: 'vendor-life.approve' },
  params: stepParams,
  body: stepDecision,
  response: vendorStep,
  conditional: true,
  example: { request: { outcome: 'approved' }, response: exampleApproved },
});

export const withdrawVendorStep = operation({
  id: 'withdrawVendorStep',
  method: 'POST',
  path: '/tenants/:tenant/vendor-steps/:stepId/withdrawal',
  summary: 'Withdraw a step that you asked for and nobody has decided',
  thing,
  access: { permission: 'vendor.write' },
  params: stepParams,
  response: vendorStep,
  conditional: true,
  example: { response: { ...exampleStep, state: 'withdrawn', own: true, version: 2 } },
});
