import { id, period } from '@plumbline/api/schema';
import { directions, metricUnits } from '@plumbline/sla-engine';
import { measuredSegment } from '@plumbline/measurements/schema';
import * as z from 'zod';
import { figure } from './result';
import { target } from '@plumbline/contracts/schema';

/**
 * A target's months in order, over all versions of its contract: a month without a result is a point with nulls, so
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
      resultId: id.nullable(),
      figure: figure.nullable(),
      target: target.nullable().meta({ description: 'as agreed for that month; null where nothing was' }),
      metricVersion: z.int().min(1).nullable(),
    }),
  ),
});

export type Trend = z.output<typeof trend>;
