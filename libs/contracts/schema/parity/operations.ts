import { id, localDate, operation, pageQuery, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import {
  exampleExplanation,
  exampleFinding,
  exampleFloor,
  exampleMatrix,
  exampleNewTarget,
  exampleNewVersion,
  exampleTarget,
} from './examples';
import { internalTarget, newInternalTarget, newInternalTargetVersion } from './internal-target';
import { parityFindings } from './parity-finding';
import { parityExplanation, parityMatrix } from './parity-matrix';
import { floorCode, floorSwitch, regulatoryFloor, regulatoryFloors } from './regulatory-floor';

const thing = 'contracts';
const read = { permission: 'parity.read' };
const write = { permission: 'parity.write' };
const targetParams = z.strictObject({ tenant: tenantSlug, internalTargetId: id });
const onDay = z.strictObject({
  on: localDate.optional().meta({ description: 'the day, today in the tenant’s zone where absent' }),
});

export const listInternalTargets = operation({
  id: 'listInternalTargets',
  method: 'GET',
  path: '/tenants/:tenant/internal-targets',
  summary: 'What the insurer itself expects, by metric and segment, each with all its versions',
  thing,
  access: read,
  params: tenantParams,
  query: onDay,
  response: z.strictObject({ items: z.array(internalTarget) }),
  example: { response: { items: [exampleTarget] } },
});

export const createInternalTarget = operation({
  id: 'createInternalTarget',
  method: 'POST',
  path: '/tenants/:tenant/internal-targets',
  summary: 'Set a target of the insurer’s own, from a month on; contracts are compared with it at once',
  thing,
  access: write,
  params: tenantParams,
  body: newInternalTarget,
  response: internalTarget,
  status: 201,
  idempotent: true,
  example: { request: exampleNewTarget, response: exampleTarget },
});

export const viewInternalTarget = operation({
  id: 'viewInternalTarget',
  method: 'GET',
  path: '/tenants/:tenant/internal-targets/:internalTargetId',
  summary: 'One internal target with its versions',
  thing,
  access: read,
  params: targetParams,
  response: internalTarget,
  example: { response: exampleTarget },
});

export const addInternalTargetVersion = operation({
  id: 'addInternalTargetVersion',
  method: 'POST',
  path: '/tenants/:tenant/internal-targets/:internalTargetId/versions',
  summary: 'Expect something else, or nothing any more, from a month on; earlier versions stay',
  thing,
  access: write,
  params: targetParams,
  body: newInternalTargetVersion,
  response: internalTarget,
  status: 201,
  idempotent: true,
  conditional: true,
  example: { request: exampleNewVersion, response: exampleTarget },
});

export const listRegulatoryFloors = operation({
  id: 'listRegulatoryFloors',
  method: 'GET',
  path: '/tenants/:tenant/regulatory-floors',
  summary: 'Limits of regulations that ship with the product, with their source, and which of them are on',
  thing,
  access: read,
  params: tenantParams,
  response: regulatoryFloors,
  example: { response: { items: [exampleFloor] } },
});

export const switchRegulatoryFloor = operation({
  id: 'switchRegulatoryFloor',
  method: 'POST',
  path: '/tenants/:tenant/regulatory-floors/:floor/switches',
  summary: 'Switch a floor on, for the metric that measures it here, or off',
  thing,
  access: write,
  params: z.strictObject({ tenant: tenantSlug, floor: floorCode }),
  body: floorSwitch,
  response: regulatoryFloor,
  status: 201,
  idempotent: true,
  example: {
    request: {
      on: true,
      metricId: exampleNewTarget.metricId,
      reason: 'We serve Medicare Advantage members.',
    },
    response: exampleFloor,
  },
});

export const viewParityMatrix = operation({
  id: 'viewParityMatrix',
  method: 'GET',
  path: '/tenants/:tenant/parity',
  summary:
    'Contracts in force on a day against internal targets and floors: equal, stricter, weaker, missing, incomparable',
  thing,
  access: read,
  params: tenantParams,
  query: onDay.extend({ vendorId: id.optional() }),
  response: parityMatrix,
  example: { response: exampleMatrix },
});

export const exportParityMatrix = operation({
  id: 'exportParityMatrix',
  method: 'GET',
  path: '/tenants/:tenant/parity/exports/:format',
  summary: 'The same as a file: CSV, a line a cell, or JSON',
  thing,
  access: read,
  params: z.strictObject({ tenant: tenantSlug, format: z.enum(['csv', 'json']) }),
  query: onDay.extend({ vendorId: id.optional() }),
  produces: 'text/csv',
  example: { response: 'contract,vendor,metric,verdict\r\nMSA-2026-014,NORTHWIND,service_level,weaker\r\n' },
});

export const explainParity = operation({
  id: 'explainParity',
  method: 'GET',
  path: '/tenants/:tenant/parity/contracts/:contractId',
  summary: 'One cell of the matrix: both sides, definitions, arithmetic, floors, and how it came about',
  thing,
  access: read,
  params: z.strictObject({ tenant: tenantSlug, contractId: id }),
  query: onDay.extend({
    row: z.string().max(500).meta({ description: 'the id of the matrix’s row' }),
  }),
  response: parityExplanation,
  example: { response: exampleExplanation },
});

export const listParityFindings = operation({
  id: 'listParityFindings',
  method: 'GET',
  path: '/tenants/:tenant/parity-findings',
  summary: 'What is or was weaker, missing or incomparable, newest first, and by which change',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({
    vendorId: id.optional(),
    open: z.enum(['true', 'false']).optional(),
  }),
  response: parityFindings,
  example: { response: { items: [exampleFinding], nextCursor: null } },
});
