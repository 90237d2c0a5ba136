import { id, operation, period, tenantSlug } from '@plumbline/api/schema';
import { target } from '@plumbline/contracts/schema';
import * as z from 'zod';
import { examples } from './examples';
import { figure, resultSummary, vendorName } from './result';

/** `outdated`: another file has changed these months since the check; `evaluating`: their results are being computed. */
export const foreseenStandings = ['current', 'outdated', 'evaluating'] as const;

export const foreseenFigure = figure.omit({ interval: true });

/** A result that would get another revision: as it stands, and as it would be. */
export const foreseenResult = z.strictObject({
  month: period,
  vendor: vendorName,
  sla: resultSummary.shape.sla,
  metric: resultSummary.shape.metric,
  target,
  now: foreseenFigure
    .extend({ resultId: id, revision: z.int().min(1) })
    .nullable()
    .meta({ description: 'null: not evaluated yet' }),
  then: foreseenFigure,
  breach: z
    .strictObject({ change: z.enum(['opens', 'closes']), breachId: id.nullable() })
    .nullable()
    .meta({ description: 'what becomes of the breach of this target; no id where it would be a new one' }),
});

export const fileEffects = z.strictObject({
  standing: z.enum(foreseenStandings),
  complete: z.boolean().meta({ description: 'false: the file changes more than a preview can hold' }),
  monthsLeftOff: z.int().min(0).meta({ description: 'months beyond the 60 that are judged' }),
  monthsOnly: z.boolean().meta({
    description:
      'true: of a vendor’s SLAs some are judged over other windows than months; a check keeps sums by month and cannot foresee them',
  }),
  results: z.array(foreseenResult),
});

export const viewFileEffects = operation({
  id: 'viewFileEffects',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/effects',
  summary:
    'Which results a checked file that replaces earlier figures would change, and which breaches would open or close; nothing is written',
  thing: 'kpi-files',
  access: { permission: 'result.read' },
  params: z.strictObject({ tenant: tenantSlug, kpiFileId: id }),
  response: fileEffects,
  example: { response: examples.fileEffects },
});

export type ForeseenStanding = (typeof foreseenStandings)[number];
export type ForeseenFigure = z.output<typeof foreseenFigure>;
export type ForeseenResult = z.output<typeof foreseenResult>;
export type FileEffects = z.output<typeof fileEffects>;
