import { id } from '@plumbline/api/schema';
import * as z from 'zod';
import { exactDecimal } from './exact-decimal';
import { figure } from './result';

/** What a result can be cut by (K8). */
export const cutDimensions = ['line_of_business', 'channel', 'queue', 'language'] as const;

/** A cut compared with the whole: `behind` only where chance does not explain the distance. */
export const standings = ['ahead', 'level', 'behind', 'undecided'] as const;

export const cutFigure = figure.omit({ claimedValue: true });

export const cut = cutFigure.extend({
  name: z.string().nullable().meta({ description: 'null: rows that do not say' }),
  shareOfVolume: exactDecimal.nullable(),
  difference: exactDecimal.nullable().meta({ description: 'value of the cut minus value of the whole' }),
  standing: z.enum(standings),
  rowsCounted: z.int().min(0),
});

/** Analysis, never a verdict of the contract: the target was agreed for the whole. */
export const cuts = z.strictObject({
  resultId: id,
  by: z.enum(cutDimensions),
  analysis: z.literal(true),
  whole: cutFigure,
  cuts: z.array(cut),
});

export type CutDimension = (typeof cutDimensions)[number];
export type Standing = (typeof standings)[number];
export type Cut = z.output<typeof cut>;
export type Cuts = z.output<typeof cuts>;
