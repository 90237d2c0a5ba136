import { id, instant, period, prose } from '@plumbline/api/schema';
import { measuredSegment } from '@plumbline/measurements/schema';
import { metricUnits } from '@plumbline/sla-engine';
import * as z from 'zod';
import { excusing, figure, revisionReason, vendorName } from './result';
import { target } from '@plumbline/contracts/schema';

/** A missed target, a month that was not reported by its due day (semantics rule 17), or a clock that ran out (rule 12). */
export const breachKinds = ['target', 'reporting_duty', 'clock'] as const;

/**
 * Why a breach was closed: corrected figures, a late report, a report that had come in time, terms that no longer hold, or a
 * clock that was met after its deadline.
 */
export const closingReasons = [
  'restated',
  'reported_late',
  'received_in_time',
  'terms_changed',
  'met_late',
] as const;

export const breachSummary = z.strictObject({
  id,
  kind: z.enum(breachKinds),
  vendor: vendorName,
  month: period,
  sla: z
    .strictObject({ id, name: z.string(), segment: measuredSegment, target })
    .nullable()
    .meta({ description: 'null for a reporting duty or a clock, which belong to the contract' }),
  clock: z
    .strictObject({
      id,
      policy: z.string(),
      policyEs: z.string(),
      deadlineAt: instant,
      metAt: instant.nullable(),
      incident: z.strictObject({ id, reference: z.string(), title: z.string() }).nullable(),
    })
    .nullable()
    .meta({ description: 'the clock that ran out, of a breach of that kind' }),
  result: figure
    .extend({ id, revision: z.int().min(1), unit: z.enum(metricUnits) })
    .nullable()
    .meta({ description: 'the newest revision of the result' }),
  breachedAt: instant.meta({
    description: 'when the deadline or the month was missed, however late it was seen',
  }),
  openedAt: instant,
  closedAt: instant.nullable(),
  closingReason: z.enum(closingReasons).nullable(),
});

/** The result revision that opened or closed a breach, and the file behind it. */
export const breachStep = z.strictObject({
  resultId: id,
  revision: z.int().min(1),
  state: figure.shape.state,
  value: figure.shape.value,
  evaluatedAt: instant,
  reason: revisionReason,
});

export const breachComment = z.strictObject({
  id,
  side: z.enum(['insurer', 'vendor']),
  author: z.string(),
  text: z.string(),
  createdAt: instant,
});

export const newBreachComment = z.strictObject({ text: prose(4000) });

export const breach = breachSummary.extend({
  contract: z.strictObject({ id, reference: z.string(), versionNumber: z.int().min(1) }),
  openedBy: breachStep.nullable(),
  closedBy: breachStep.nullable(),
  reporting: z
    .strictObject({
      dueAt: instant,
      timezone: z.string(),
      receivedAt: instant.nullable(),
      file: z.strictObject({ id, name: z.string() }).nullable(),
    })
    .nullable(),
  waiver: excusing.shape.waiver,
  comments: z.array(breachComment),
});

export type BreachKind = (typeof breachKinds)[number];
export type ClosingReason = (typeof closingReasons)[number];
export type BreachSummary = z.output<typeof breachSummary>;
export type BreachStep = z.output<typeof breachStep>;
export type BreachComment = z.output<typeof breachComment>;
export type Breach = z.output<typeof breach>;
