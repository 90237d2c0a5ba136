import { id, operation, pageOf, pageQuery, period, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { examples } from './examples';
import {
  exportedScorecard,
  newScorecard,
  newScorecardComment,
  publicationOutcomes,
  publications,
  scorecard,
  scorecardComment,
  scorecardMonth,
  scorecardStates,
  scorecardSummary,
} from './scorecard';

const thing = 'scorecards';
const read = { permission: 'scorecard.read' };
const publish = { permission: 'scorecard.publish' };
const scorecardParams = z.strictObject({ tenant: tenantSlug, scorecardId: id });
const published = {
  ...examples.scorecard,
  state: 'published',
  publishedAt: '2026-04-21T09:00:00Z',
  publishedByName: 'Ines Okafor',
  version: 2,
};

export const listScorecards = operation({
  id: 'listScorecards',
  method: 'GET',
  path: '/tenants/:tenant/scorecards',
  summary: 'Scorecards in all their revisions, newest month first; a vendor’s own user sees its own',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({
    period: period.optional(),
    vendorId: id.optional(),
    state: z.enum(scorecardStates).optional(),
  }),
  response: pageOf(scorecardSummary),
  example: { response: { items: [examples.summary], nextCursor: null } },
});

export const viewScorecardMonth = operation({
  id: 'viewScorecardMonth',
  method: 'GET',
  path: '/tenants/:tenant/scorecard-months/:period',
  summary: 'How far each vendor’s month is: ready to be published, waiting, published',
  thing,
  access: read,
  params: tenantParams.extend({ period }),
  response: scorecardMonth,
  example: {
    response: {
      period: '2026-03',
      vendors: [
        { vendor: examples.vendor, readiness: 'ready', slas: 2, final: 2, scorecard: examples.summary },
      ],
    },
  },
});

export const buildScorecard = operation({
  id: 'buildScorecard',
  method: 'POST',
  path: '/tenants/:tenant/scorecards',
  summary: 'Build a vendor’s month now, or bring its draft up to date; open results are shown as open',
  thing,
  access: { permission: 'scorecard.build' },
  params: tenantParams,
  body: newScorecard,
  response: scorecard,
  status: 201,
  idempotent: true,
  example: {
    request: { vendorId: examples.vendor.id, period: '2026-03' },
    response: examples.scorecard,
  },
});

export const viewScorecard = operation({
  id: 'viewScorecard',
  method: 'GET',
  path: '/tenants/:tenant/scorecards/:scorecardId',
  summary: 'One revision: lines, arithmetic, difference to the revision before, comments of both sides',
  thing,
  access: read,
  params: scorecardParams,
  response: scorecard,
  example: { response: examples.scorecard },
});

export const publishScorecard = operation({
  id: 'publishScorecard',
  method: 'POST',
  path: '/tenants/:tenant/scorecards/:scorecardId/publication',
  summary: 'Freeze a draft; what is restated later makes a new revision',
  thing,
  access: publish,
  params: scorecardParams,
  response: scorecard,
  conditional: true,
  example: { response: published },
});

export const publishScorecards = operation({
  id: 'publishScorecards',
  method: 'POST',
  path: '/tenants/:tenant/scorecard-publications',
  summary: 'Freeze several drafts; one that cannot be published keeps no other back',
  thing,
  access: publish,
  params: tenantParams,
  body: publications,
  response: publicationOutcomes,
  status: 201,
  idempotent: true,
  example: {
    request: { items: [{ id: examples.summary.id, version: 1 }] },
    response: { items: [{ id: examples.summary.id, published: true, problem: null }] },
  },
});

export const commentOnScorecard = operation({
  id: 'commentOnScorecard',
  method: 'POST',
  path: '/tenants/:tenant/scorecards/:scorecardId/comments',
  summary: 'Say something about a scorecard or one of its lines, as insurer or vendor',
  thing,
  access: { permission: 'scorecard.comment' },
  params: scorecardParams,
  body: newScorecardComment,
  response: scorecardComment,
  status: 201,
  idempotent: true,
  example: {
    request: { text: examples.comment.text, slaId: examples.comment.slaId },
    response: examples.comment,
  },
});

export const exportScorecard = operation({
  id: 'exportScorecard',
  method: 'GET',
  path: '/tenants/:tenant/scorecards/:scorecardId/export.json',
  summary: 'A scorecard as JSON, with the request by which `npm run engine` arrives at the same score',
  thing,
  access: read,
  params: scorecardParams,
  response: exportedScorecard,
  example: {
    response: {
      format: 'plumbline.scorecard/1',
      scorecard: examples.scorecard,
      recompute: {
        id: examples.scorecard.id,
        op: 'score.compute',
        input: {
          weights: [{ id: examples.comment.slaId, weight: '100' }],
          results: [{ id: examples.comment.slaId, state: 'met' }],
        },
      },
    },
  },
});

export const exportScorecardLines = operation({
  id: 'exportScorecardLines',
  method: 'GET',
  path: '/tenants/:tenant/scorecards/:scorecardId/lines.csv',
  summary: 'The lines of a scorecard as CSV, figures unrounded',
  thing,
  access: read,
  params: scorecardParams,
  produces: 'text/csv',
  example: {
    response: 'name,metric,state,value\r\nCalls answered within 20 s,service_level,met,0.8667\r\n',
  },
});
