import { instant, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { keptParameters } from './findings/finding';
import { type Dimension, dimensionNames } from './segment';

/**
 * What is doubtful about a file without being wrong. Nothing is loaded until somebody has said that it is right; what a
 * machine sends waits too, unless it was accepted for every file of the layout.
 */
export const warningCodes = [
  'sum-differs',
  'outlier',
  'month-shrank',
  'look-alike-name',
  'new-name',
] as const;

/** Warnings that can be accepted for every file of a layout; names are remembered one by one instead. */
export const rememberedCodes = [
  'sum-differs',
  'outlier',
  'month-shrank',
] as const satisfies readonly WarningCode[];

const count = z.int().min(0);

/** Where a warning looks: a line of the file, or a day or month where the line is not there. */
export const warningPlace = z.strictObject({
  line: z.int().min(1).nullable(),
  date: z.iso.date().nullable(),
  detail: z.string(),
  parameters: keptParameters,
});

export const fileWarning = z.strictObject({
  code: z.enum(warningCodes),
  detail: z.string().meta({ description: 'one sentence, with the numbers in it' }),
  parameters: keptParameters,
  count: count.meta({ description: 'rows, days or names that are concerned' }),
  places: z.array(warningPlace).meta({ description: 'the first of them; more stand in problems.csv' }),
  accepted: z
    .strictObject({ by: z.string(), at: instant })
    .nullable()
    .meta({ description: 'who said that it is right; null: nobody yet' }),
  remembered: z.boolean().meta({ description: 'accepted for every file of this layout' }),
});

/** A name that no stored segment has, and what may be meant by it. */
export const unknownName = z.strictObject({
  dimension: z.enum(dimensionNames as [Dimension, ...Dimension[]]),
  value: z.string(),
  rows: count,
  resembles: z.string().nullable().meta({ description: 'the known name that it looks like' }),
  choices: z.array(z.string()).meta({ description: 'names that it may mean, the most similar first' }),
});

/** What is meant by names: a known one, or (null) something new. */
export const nameResolution = z.strictObject({
  names: z
    .array(
      z.strictObject({
        dimension: z.enum(dimensionNames as [Dimension, ...Dimension[]]),
        value: text(80),
        means: text(80).nullable().meta({ description: 'null: it is new' }),
      }),
    )
    .min(1)
    .max(200),
});

export type WarningCode = (typeof warningCodes)[number];
export type FileWarning = z.output<typeof fileWarning>;
export type WarningPlace = z.output<typeof warningPlace>;
export type UnknownName = z.output<typeof unknownName>;
export type NameResolution = z.output<typeof nameResolution>;
