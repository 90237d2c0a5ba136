import { id, instant, localDate, prose, version } from '@plumbline/api/schema';
import { directions, metricUnits } from '@plumbline/sla-engine';
import { services } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { target, targetSegment } from '../service-level';

/** The first day of a month: SLAs are judged by calendar month, and so is what they are held against. */
const monthStart = localDate.refine((date) => date.endsWith('-01'), 'the first day of a month');

const everywhere = { lineOfBusiness: null, channel: null, queue: null, language: null };

const said = {
  effectiveFrom: monthStart.meta({ description: 'from this month on' }),
  services: z
    .array(z.enum(services))
    .max(services.length)
    .default([])
    .meta({ description: 'demanded of vendors that run one of these; empty: of every vendor' }),
  metricVersion: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .meta({ description: 'the definition it was set for; null: the one in force, whichever that is' }),
  reason: prose(1000),
};

/** A target of the insurer's own: what its contracts are held against (V3). */
export const newInternalTarget = z.strictObject({
  metricId: id,
  segment: targetSegment.default(everywhere),
  target,
  ...said,
});

/** A later version; without a target the insurer expects nothing any more from that month on. */
export const newInternalTargetVersion = z.strictObject({ target: target.nullable(), ...said });

export const metricName = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  unit: z.enum(metricUnits),
  direction: z.enum(directions),
});

export const internalTargetVersion = z.strictObject({
  number: z.int().min(1),
  target: target.nullable(),
  ...said,
  setBy: z.string(),
  setAt: instant,
});

export const internalTarget = z.strictObject({
  id,
  metric: metricName,
  segment: targetSegment,
  versions: z.array(internalTargetVersion).meta({ description: 'oldest first; never changed' }),
  /** The number of the version in force on the day that was asked for. */
  inForce: z.int().nullable(),
  version,
});

export type NewInternalTarget = z.output<typeof newInternalTarget>;
export type NewInternalTargetVersion = z.output<typeof newInternalTargetVersion>;
export type InternalTarget = z.output<typeof internalTarget>;
export type InternalTargetVersion = z.output<typeof internalTargetVersion>;
export type MetricName = z.output<typeof metricName>;
