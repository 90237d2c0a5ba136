import { decimal, id, text } from '@plumbline/api/schema';
import { comparators, parseExact, windowCodePattern } from '@plumbline/sla-engine';
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

/** The stretches of time over which a target is judged, by the engine's code. */
export const slaWindow = z
  .string()
  .regex(
    windowCodePattern,
    'day, week, week-from-sunday, month, quarter, rolling-28-days (2 to 366) or rolling-3-months (2 to 24)',
  )
  .meta({
    description:
      'day, week (from Monday) or week-from-sunday, month, quarter, rolling-28-days (judged every day), rolling-3-months (every month)',
  });

/** A target in a contract version. Ratios are shares of one (80 % is 0.80), times are seconds. */
export const serviceLevel = z.strictObject({
  name: text(120),
  metricId: id,
  clauseNumber: text(40).meta({ description: 'the clause that agrees it, by its number' }),
  target,
  segment: targetSegment.default({ lineOfBusiness: null, channel: null, queue: null, language: null }),
  window: slaWindow.default('month'),
  minimumSample: z.int().min(0).max(1_000_000).default(0),
  weight: agreedWeight.meta({
    description: 'share of the scorecard in points; all add to 100, 0 is watched and not scored',
  }),
});

export type TargetSegment = z.output<typeof targetSegment>;
export type AgreedLimit = z.output<typeof target>;
export type ServiceLevel = z.output<typeof serviceLevel>;
