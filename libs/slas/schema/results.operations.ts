import { id, operation, pageOf, pageQuery, period, tenantParams, tenantSlug } from '@plumbline/api/schema';
import { windowKinds } from '@plumbline/sla-engine';
import * as z from 'zod';
import { cutDimensions, cuts } from './cuts';
import { examples } from './examples';
import { explainedRow, explanation, exportedExplanation } from './explanation';
import { portfolio } from './portfolio';
import { result, resultState, resultSummary } from './result';
import { trend } from './trend';

const thing = 'results';
const access = { permission: 'result.read' } as const;
const resultParams = z.strictObject({ tenant: tenantSlug, resultId: id });

/** Months from and to, both included, at most three years. */
const months = z
  .strictObject({ from: period.optional(), to: period.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    message: 'from is not after to',
  })
  .refine(({ from, to }) => from === undefined || to === undefined || monthsBetween(from, to) < 36, {
    path: ['from'],
    message: 'at most 36 months at once',
  })
  .meta({ description: 'the last 12 months unless said' });

function monthsBetween(from: string, to: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return count(to) - count(from);
}

export const listResults = operation({
  id: 'listResults',
  method: 'GET',
  path: '/tenants/:tenant/results',
  summary: 'Results in their newest revision, newest month first, then by vendor and SLA',
  thing,
  access,
  params: tenantParams,
  query: pageQuery.extend({
    month: period.optional(),
    vendorId: id.optional(),
    metricId: id.optional(),
    slaId: id.optional(),
    state: resultState.optional(),
    window: z.enum(windowKinds).optional().meta({ description: 'kind of window' }),
  }),
  response: pageOf(resultSummary),
  example: { response: { items: [examples.resultSummary], nextCursor: null } },
});

export const viewResult = operation({
  id: 'viewResult',
  method: 'GET',
  path: '/tenants/:tenant/results/:resultId',
  summary: 'One revision of a result, with the history of all of them',
  thing,
  access,
  params: resultParams,
  response: result,
  example: { response: examples.result },
});

export const cutResult = operation({
  id: 'cutResult',
  method: 'GET',
  path: '/tenants/:tenant/results/:resultId/cuts',
  summary:
    'A result cut by one dimension and compared with the whole: analysis, never a verdict of the contract',
  thing,
  access,
  params: resultParams,
  query: z.strictObject({ by: z.enum(cutDimensions) }),
  response: cuts,
  example: { response: examples.cuts },
});

export const explainResult = operation({
  id: 'explainResult',
  method: 'GET',
  path: '/tenants/:tenant/results/:resultId/explanation',
  summary: 'Everything behind a figure: definition, window, arithmetic, target and clause, trace, history',
  thing,
  access,
  params: resultParams,
  response: explanation,
  example: { response: examples.explanation },
});

export const listExplainedRows = operation({
  id: 'listExplainedRows',
  method: 'GET',
  path: '/tenants/:tenant/results/:resultId/explanation/rows',
  summary: 'The rows behind a figure as they stood when it was computed, with file and line',
  thing,
  access,
  params: resultParams,
  query: pageQuery,
  response: pageOf(explainedRow),
  example: { response: { items: [examples.explainedRow], nextCursor: null } },
});

export const exportExplanation = operation({
  id: 'exportExplanation',
  method: 'GET',
  path: '/tenants/:tenant/results/:resultId/export.json',
  summary: 'The explanation with all its rows, for recomputing the verdict offline; at most 100,000 rows',
  thing,
  access,
  params: resultParams,
  response: exportedExplanation,
  example: {
    response: { format: 'plumbline.explanation/1', result: examples.result.id, revision: 2, rows: [] },
  },
});

export const viewTrend = operation({
  id: 'viewTrend',
  method: 'GET',
  path: '/tenants/:tenant/slas/:slaId/trend',
  summary: 'A target window by window, over all versions of its contract',
  thing,
  access,
  params: z.strictObject({ tenant: tenantSlug, slaId: id }),
  query: months,
  response: trend,
  example: { response: examples.trend },
});

export const viewPortfolio = operation({
  id: 'viewPortfolio',
  method: 'GET',
  path: '/tenants/:tenant/portfolio',
  summary: 'Vendors by months: the worst state of each, the score where a scorecard was built',
  thing,
  access,
  params: tenantParams,
  query: months,
  response: portfolio,
  example: { response: examples.portfolio },
});
