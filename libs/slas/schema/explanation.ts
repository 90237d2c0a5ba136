import { id, instant, localDate } from '@plumbline/api/schema';
import { explanationFormat } from '@plumbline/sla-engine';
import { grainNames, measuredSegment } from '@plumbline/measurements/schema';
import * as z from 'zod';
import { exactDecimal } from './exact-decimal';
import { result } from './result';
import { trend } from './trend';

/** One step of a decision as data: the engine's rule and the facts it was applied to (semantics rule 29). */
export const traceStep = z.strictObject({ rule: z.string(), facts: z.record(z.string(), z.json()) });

/** A metric definition as the engine reads it; `measures` gives its measure codes their words. */
export const explainedMetric = z.strictObject({
  version: z.int().min(1),
  effectiveFrom: localDate,
  source: z.string(),
  definition: z.looseObject({ id: z.string(), version: z.number() }),
  measures: z.array(
    z.strictObject({ code: z.string(), label: z.string(), unit: z.enum(['count', 'seconds']) }),
  ),
});

/** Everything behind one figure except its rows, which come in pages. */
export const explanation = z.strictObject({
  result,
  metric: explainedMetric,
  contract: z.strictObject({
    id,
    reference: z.string(),
    title: z.string(),
    versionId: id,
    versionNumber: z.int().min(1),
    effectiveFrom: localDate,
    effectiveTo: localDate.nullable(),
    timezone: z.string(),
    admitsClaimed: z.boolean(),
  }),
  clause: z.strictObject({
    number: z.string(),
    heading: z.string(),
    page: z.int().nullable(),
    text: z.string(),
  }),
  window: z.strictObject({
    start: instant,
    end: instant,
    zone: z.string(),
    reportDueAt: instant,
  }),
  excluded: z.array(
    z.strictObject({
      reason: z.string(),
      rows: z.int().min(0),
      measures: z.array(z.string()),
      amounts: z.record(z.string(), exactDecimal),
    }),
  ),
  claimed: z.array(z.strictObject({ value: exactDecimal, source: z.string() })),
  rowsDroppedAt: instant.nullable().meta({
    description:
      'when rows behind it were dropped, because they are no longer kept; null: they are all there',
  }),
  trace: z.array(traceStep),
  trend,
});

/** A line of a KPI file. */
const place = {
  file: z
    .strictObject({ id, name: z.string() })
    .nullable()
    .meta({ description: 'null where the reader may not see the file: it was loaded by somebody else' }),
  line: z.int().min(1),
};

/** A row exactly as it stood when the revision was computed, also where a later file has replaced it. */
export const explainedRow = z.strictObject({
  ...place,
  elsewhere: z.record(z.string(), z.strictObject(place)).meta({
    description: 'by measure, for amounts that stand on another line or in another file than the row',
  }),
  startsAt: instant,
  localDate,
  grain: z.enum(grainNames),
  segment: measuredSegment,
  amounts: z.record(z.string(), exactDecimal.nullable()),
  counted: z.boolean().meta({ description: 'false: a measure was blank and the row was set aside' }),
});

/** The engine's `Explanation`, complete with its rows: `npm run engine` recomputes it (op `explain.recompute`). */
export const exportedExplanation = z.looseObject({ format: z.literal(explanationFormat) });

export type Explanation = z.output<typeof explanation>;
export type ExplainedRow = z.output<typeof explainedRow>;
