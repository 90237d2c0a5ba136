import { id, operation, pageOf, pageQuery, period, tenantParams, tenantSlug } from '@plumbline/api/schema';
import { windowKinds } from '@plumbline/sla-engine';
import * as z from 'zod';
import { breach, breachComment, breachKinds, breachSummary, newBreachComment } from './breach';
import { examples } from './examples';

const thing = 'breaches';
const breachParams = z.strictObject({ tenant: tenantSlug, breachId: id });

export const listBreaches = operation({
  id: 'listBreaches',
  method: 'GET',
  path: '/tenants/:tenant/breaches',
  summary: 'Missed targets and reporting duties, newest month first; closed ones stay',
  thing,
  access: { permission: 'breach.read' },
  params: tenantParams,
  query: pageQuery.extend({
    month: period.optional(),
    vendorId: id.optional(),
    kind: z.enum(breachKinds).optional(),
    open: z.enum(['true', 'false']).optional(),
    window: z
      .enum(windowKinds)
      .optional()
      .meta({ description: 'kind of window; a reporting duty is of a month' }),
  }),
  response: pageOf(breachSummary),
  example: { response: { items: [examples.breachSummary], nextCursor: null } },
});

export const viewBreach = operation({
  id: 'viewBreach',
  method: 'GET',
  path: '/tenants/:tenant/breaches/:breachId',
  summary: 'One breach: which result and file opened it, which closed it, what was said about it',
  thing,
  access: { permission: 'breach.read' },
  params: breachParams,
  response: breach,
  example: { response: examples.breach },
});

export const commentBreach = operation({
  id: 'commentBreach',
  method: 'POST',
  path: '/tenants/:tenant/breaches/:breachId/comments',
  summary: 'Say something about a breach; both sides read it, nothing said is ever changed',
  thing,
  access: { permission: 'breach.comment' },
  params: breachParams,
  body: newBreachComment,
  response: breachComment,
  status: 201,
  idempotent: true,
  example: { request: { text: examples.comment.text }, response: examples.comment },
});
