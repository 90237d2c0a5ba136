import { pageOf, text } from '@plumbline/api/schema';
import * as z from 'zod';

export const measureCode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,62}$/, 'lower-case letters, digits and underscores, beginning with a letter');

export const measureUnits = ['count', 'seconds'] as const;

/** One thing that is counted or summed. `position` is where its amount stands in a row; it never changes. */
export const measure = z.strictObject({
  code: measureCode,
  position: z.int().min(1).max(500),
  unit: z.enum(measureUnits),
  label: z.string(),
});

export const newMeasure = z.strictObject({ code: measureCode, unit: z.enum(measureUnits), label: text(120) });

export const measurePage = pageOf(measure);

export type Measure = z.output<typeof measure>;
export type NewMeasure = z.output<typeof newMeasure>;
