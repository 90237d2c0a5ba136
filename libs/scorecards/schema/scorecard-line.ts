import { id, period } from '@plumbline/api/schema';
import { target, targetSegment } from '@plumbline/contracts/schema';
import { directions, metricFamilies, metricUnits } from '@plumbline/sla-engine';
import { exactDecimal, figure, resultState, windowsOfMonth } from '@plumbline/slas/schema';
import * as z from 'zod';

/**
 * One SLA of the month as the scorecard decided it. The line holds everything it is read by: a published scorecard stays
 * whole when metrics are renamed and contracts amended.
 */
export const scorecardLine = figure.extend({
  slaId: id,
  name: z.string(),
  metric: z.strictObject({
    id,
    code: z.string(),
    name: z.string(),
    unit: z.enum(metricUnits),
    direction: z.enum(directions),
    family: z.enum(metricFamilies),
  }),
  segment: targetSegment,
  target,
  clause: z.string().meta({ description: 'number of the clause that agrees the target' }),
  weight: exactDecimal,
  points: exactDecimal
    .nullable()
    .meta({ description: '0 to 100; null without a verdict, or where nothing is weighed' }),
  windows: windowsOfMonth.optional().meta({
    description: 'of an SLA that is judged over other windows than months: those that end in the month',
  }),
  resultId: id.nullable().meta({ description: 'null: not evaluated yet, or no window ends in the month' }),
  resultRevision: z.int().min(1).nullable(),
  previous: z
    .strictObject({ month: period, state: resultState, value: exactDecimal.nullable() })
    .nullable()
    .meta({ description: 'the same metric, segment and windows in the month before' }),
});

export type ScorecardLine = z.output<typeof scorecardLine>;
