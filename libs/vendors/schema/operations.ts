import { id, operation, pageOf, pageQuery, tenantParams, tenantSlug, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { newVendor, tierOverride, vendor, vendorChange, vendorSummary } from './vendor';
import { vendorStates } from './vendor-states';

const thing = 'vendors';
const vendorParams = z.strictObject({ tenant: tenantSlug, vendorId: id });

const exampleSummary = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  code: 'NORTHWIND',
  name: 'Northwind Member Care',
  state: 'active',
  tier: 1,
  services: ['voice', 'chat'],
  criticality: 'high',
  phiAccess: true,
  timezone: 'America/New_York',
  reportsForOthers: false,
} as const;
const example = {
  ...exampleSummary,
  aliases: ['Northwind-NYC'],
  nextStates: ['suspended', 'offboarding'],
  computedTier: 1,
  tierOverride: null,
  endDate: null,
  createdAt: '2026-01-05T14:00:00Z',
  updatedAt: '2026-03-02T09:30:00Z',
  version: 3,
} as const;

export const listVendors = operation({
  id: 'listVendors',
  method: 'GET',
  path: '/tenants/:tenant/vendors',
  summary: 'The vendors of the tenant by name; a vendor’s own user sees its own',
  thing,
  access: { permission: 'vendor.read' },
  params: tenantParams,
  query: pageQuery.extend({
    search: text(100).optional().meta({ description: 'part of a name or code' }),
    state: z.enum(vendorStates).optional(),
  }),
  response: pageOf(vendorSummary),
  example: { response: { items: [exampleSummary], nextCursor: null } },
});

export const createVendor = operation({
  id: 'createVendor',
  method: 'POST',
  path: '/tenants/:tenant/vendors',
  summary: 'Enter a vendor; its code is unique within the tenant',
  thing,
  access: { permission: 'vendor.write' },
  params: tenantParams,
  body: newVendor,
  response: vendor,
  status: 201,
  idempotent: true,
  example: {
    request: {
      code: 'NORTHWIND',
      name: 'Northwind Member Care',
      services: ['voice', 'chat'],
      criticality: 'high',
      phiAccess: true,
      timezone: 'America/New_York',
      state: 'onboarding',
    },
    response: { ...example, state: 'onboarding', aliases: [], nextStates: ['active', 'ended'], version: 1 },
  },
});

export const viewVendor = operation({
  id: 'viewVendor',
  method: 'GET',
  path: '/tenants/:tenant/vendors/:vendorId',
  summary: 'One vendor',
  thing,
  access: { permission: 'vendor.read' },
  params: vendorParams,
  response: vendor,
  example: { response: example },
});

export const changeVendor = operation({
  id: 'changeVendor',
  method: 'PATCH',
  path: '/tenants/:tenant/vendors/:vendorId',
  summary: 'Change what is known of a vendor; its tier follows from criticality and PHI access',
  thing,
  access: { permission: 'vendor.write' },
  params: vendorParams,
  body: vendorChange,
  response: vendor,
  conditional: true,
  example: { request: { criticality: 'medium', phiAccess: true }, response: { ...example, version: 4 } },
});

export const overrideTier = operation({
  id: 'overrideTier',
  method: 'PUT',
  path: '/tenants/:tenant/vendors/:vendorId/tier-override',
  summary: 'Watch a vendor by another tier than the computed one, and say why',
  thing,
  access: { permission: 'vendor.write' },
  params: vendorParams,
  body: tierOverride,
  response: vendor,
  conditional: true,
  example: {
    request: { tier: 1, reason: 'Takes the calls of the urgent appeals line' },
    response: {
      ...example,
      criticality: 'medium',
      phiAccess: false,
      computedTier: 2,
      tierOverride: {
        tier: 1,
        reason: 'Takes the calls of the urgent appeals line',
        by: 'Ana Reyes',
        at: '2026-03-02T09:30:00Z',
      },
      version: 4,
    },
  },
});

export const withdrawTierOverride = operation({
  id: 'withdrawTierOverride',
  method: 'DELETE',
  path: '/tenants/:tenant/vendors/:vendorId/tier-override',
  summary: 'Watch a vendor by its computed tier again',
  thing,
  access: { permission: 'vendor.write' },
  params: vendorParams,
  response: vendor,
  conditional: true,
  example: { response: { ...example, version: 5 } },
});
