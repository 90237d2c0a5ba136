import { id, period } from '@plumbline/api/schema';
import { directions, metricUnits } from '@plumbline/sla-engine';
import { measuredSegment } from '@plumbline/measurements/schema';
import * as z from 'zod';
import { judgedWindow } from './judged-window';
import { figure } from './result';
import { target } from '@plumbline/contracts/schema';

/**
 * A target's windows in order, over all versions of its contract: one without a result is a point with nulls, so
 * that a chart shows a gap and never a zero.
 */
export const trend = z.strictObject({
  slaId: id,
  name: z.string(),
  segment: measuredSegment,
  unit: z.enum(metricUnits),
  direction: z.enum(directions),
  points: z.array(
    z.strictObject({
      month: period,
      window: judgedWindow,
      resultId: id.nullable(),
      figure: figure.nullable(),
      target: target.nullable().meta({ description: 'as agreed for that window; null where nothing was' }),
      metricVersion: z.int().min(1).nullable(),
    }),
  ),
});

export type Trend = z.output<typeof trend>;
