import * as z from 'zod';

/** The dimensions along which results can be cut (K8), in the order in which they are shown. */
export const dimensions = ['lineOfBusiness', 'channel', 'queue', 'language'] as const;
export type Dimension = (typeof dimensions)[number];

/** A part of the service; null in a dimension is "all of it" for an SLA and "not said" for a measured row. */
export const segment = z.strictObject({
  lineOfBusiness: z.string().nullable(),
  channel: z.string().nullable(),
  queue: z.string().nullable(),
  language: z.string().nullable(),
});

export type Segment = z.output<typeof segment>;
