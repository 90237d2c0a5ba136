import { id, operation, period, tenantSlug } from '@plumbline/api/schema';
import { vendorName } from '@plumbline/slas/schema';
import * as z from 'zod';
import { examples } from './examples';
import { scoreBandNames } from './score-bands';
import { scorecardDifference } from './scorecard-difference';

const band = z.enum(scoreBandNames).nullable();

/** A published scorecard that a checked KPI file would give another revision. */
export const scorecardEffect = z.strictObject({
  scorecardId: id.meta({ description: 'the published revision' }),
  vendor: vendorName,
  period,
  revision: z.int().min(1),
  nextRevision: z.int().min(1).meta({ description: 'a draft of it may be there already' }),
  band: z.strictObject({ before: band, after: band }),
  difference: scorecardDifference,
});

export const scorecardEffects = z.strictObject({ items: z.array(scorecardEffect) });

export const viewScorecardEffects = operation({
  id: 'viewScorecardEffects',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/scorecard-effects',
  summary:
    'Which published scorecards a checked file that replaces earlier figures would give another revision, and how their scores would change',
  thing: 'kpi-files',
  access: { permission: 'scorecard.read' },
  params: z.strictObject({ tenant: tenantSlug, kpiFileId: id }),
  response: scorecardEffects,
  example: {
    response: {
      items: [
        {
          scorecardId: examples.scorecard.revisions[0].id,
          vendor: examples.vendor,
          period: examples.summary.period,
          revision: 1,
          nextRevision: 2,
          band: { before: 'offTarget', after: 'onTarget' },
          difference: examples.scorecard.difference,
        },
      ],
    },
  },
});

export type ScorecardEffect = z.output<typeof scorecardEffect>;
export type ScorecardEffects = z.output<typeof scorecardEffects>;
