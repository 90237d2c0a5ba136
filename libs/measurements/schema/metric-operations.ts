import { id, operation, pageOf, pageQuery, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { examples } from './examples';
import { measure, measurePage, newMeasure } from './measure';
import { metric, metricSummary, newMetric, newMetricVersion } from './metric';

const thing = 'metrics';
const read = { permission: 'metric.read' } as const;
const write = { permission: 'metric.write' } as const;
const metricParams = z.strictObject({ tenant: tenantSlug, metricId: id });

export const listMetrics = operation({
  id: 'listMetrics',
  method: 'GET',
  path: '/tenants/:tenant/metrics',
  summary: 'The metric library, by name',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery,
  response: pageOf(metricSummary),
  example: { response: { items: [examples.metricSummary], nextCursor: null } },
});

export const viewMetric = operation({
  id: 'viewMetric',
  method: 'GET',
  path: '/tenants/:tenant/metrics/:metricId',
  summary: 'One metric with all versions of its definition',
  thing,
  access: read,
  params: metricParams,
  response: metric,
  example: { response: examples.metric },
});

export const createMetric = operation({
  id: 'createMetric',
  method: 'POST',
  path: '/tenants/:tenant/metrics',
  summary: 'Define a metric: what is divided by what',
  thing,
  access: write,
  params: tenantParams,
  body: newMetric,
  response: metric,
  status: 201,
  idempotent: true,
  example: {
    request: {
      code: 'answered_within_60s',
      name: 'Calls answered within 60 s',
      family: 'speed',
      unit: 'ratio',
      direction: 'higher',
      source: 'MSA 2026, schedule 2, clause 4.1',
      terms: examples.terms,
    },
    response: examples.metric,
  },
});

export const addMetricVersion = operation({
  id: 'addMetricVersion',
  method: 'POST',
  path: '/tenants/:tenant/metrics/:metricId/versions',
  summary: 'Change a definition from a later month on; months before keep theirs',
  thing,
  access: write,
  params: metricParams,
  body: newMetricVersion,
  response: metric,
  status: 201,
  conditional: true,
  example: { request: { effectiveFrom: '2026-07', terms: examples.terms }, response: examples.metric },
});

export const listMeasures = operation({
  id: 'listMeasures',
  method: 'GET',
  path: '/tenants/:tenant/measures',
  summary: 'What files can report: counts, and sums of seconds',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery,
  response: measurePage,
  example: { response: { items: [examples.measure], nextCursor: null } },
});

export const createMeasure = operation({
  id: 'createMeasure',
  method: 'POST',
  path: '/tenants/:tenant/measures',
  summary: 'Add a measure of the tenant’s own',
  thing,
  access: write,
  params: tenantParams,
  body: newMeasure,
  response: measure,
  status: 201,
  idempotent: true,
  example: {
    request: { code: 'answered_within_60s', unit: 'count', label: 'Calls answered within 60 s' },
    response: {
      code: 'answered_within_60s',
      position: 63,
      unit: 'count',
      label: 'Calls answered within 60 s',
    },
  },
});
