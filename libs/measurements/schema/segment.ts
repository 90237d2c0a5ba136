import * as z from 'zod';

/** What a figure can be cut by (K8), in the order in which they are shown; the names of the columns that hold them. */
export const dimensions = {
  lineOfBusiness: 'line_of_business',
  channel: 'channel',
  queue: 'queue',
  language: 'language',
} as const;

export type Dimension = keyof typeof dimensions;

export const dimensionNames = Object.keys(dimensions) as readonly Dimension[];

/** The part of the service a row is about; null in a dimension: the file does not say. */
export const measuredSegment = z.strictObject({
  lineOfBusiness: z.string().nullable(),
  channel: z.string().nullable(),
  queue: z.string().nullable(),
  language: z.string().nullable(),
});

export type MeasuredSegment = z.output<typeof measuredSegment>;

/** A dimension that is absent or null takes rows of every value. */
export type SegmentFilter = { readonly [Name in Dimension]?: string | null };
