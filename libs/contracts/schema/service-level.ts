import { decimal, id, text } from '@plumbline/api/schema';
import { comparators, parseExact } from '@plumbline/sla-engine';
import * as z from 'zod';

/** The dimensions a target may be cut by (K8). */
export const segmentDimensions = ['lineOfBusiness', 'channel', 'queue', 'language'] as const;

const dimension = text(80).nullable().default(null);

/** The part of the service a target speaks of; null in a dimension: all of it. */
export const targetSegment = z.strictObject({
  lineOfBusiness: dimension,
  channel: dimension,
  queue: dimension,
  language: dimension,
});

/** One limit, or a band whose edges both belong to it: a union, so that an SLA has exactly one of the two. */
export const target = z.union([
  z.strictObject({ comparator: z.enum(comparators), value: decimal }),
  z.strictObject({ band: z.strictObject({ low: decimal, high: decimal }) }),
]);

export const agreedWeight = decimal.refine((value) => {
  const exact = parseExact(value);
  return exact.ok && exact.value.gte(0) && exact.value.lte(100);
}, 'from 0 to 100');

/** A target in a contract version. Ratios are shares of one (80 % is 0.80), times are seconds. */
export const serviceLevel = z.strictObject({
  name: text(120),
  metricId: id,
  clauseNumber: text(40).meta({ description: 'the clause that agrees it, by its number' }),
  target,
  segment: targetSegment.default({ lineOfBusiness: null, channel: null, queue: null, language: null }),
  window: z.literal('month').default('month'),
  minimumSample: z.int().min(0).max(1_000_000).default(0),
  weight: agreedWeight.meta({
    description: 'share of the scorecard in points; all add to 100, 0 is watched and not scored',
  }),
});

export type TargetSegment = z.output<typeof targetSegment>;
export type AgreedLimit = z.output<typeof target>;
export type ServiceLevel = z.output<typeof serviceLevel>;
