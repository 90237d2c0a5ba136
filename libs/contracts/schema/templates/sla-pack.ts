import { id, instant, text, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { agreedWeight, slaWindow, target, targetSegment } from '../service-level';

/** An SLA of a pack; where the tenant has no such metric any more, the pack says so when it is applied. */
export const packLevel = z.strictObject({
  metric: text(80).meta({ description: 'the metric’s code' }),
  name: text(120),
  target,
  segment: targetSegment.default({ lineOfBusiness: null, channel: null, queue: null, language: null }),
  window: slaWindow.default('month'),
  minimumSample: z.int().min(0).max(1_000_000).default(0),
  weight: agreedWeight,
});

const levels = z.array(packLevel).min(1, 'a pack has at least one SLA').max(100);

/** A pack of the tenant's own: a copy of one that ships, or SLAs of its own. */
export const newSlaPack = z
  .strictObject({
    name: text(120),
    copyOf: z.string().max(60).optional().meta({ description: 'code of a pack that ships' }),
    levels: levels.optional(),
  })
  .refine(({ copyOf, levels }) => (copyOf === undefined) !== (levels === undefined), {
    path: ['copyOf'],
    message: 'copy a pack, or give SLAs',
  });

export const slaPackChange = z.strictObject({ name: text(120), levels });

export const slaPack = z.strictObject({
  /** Of a pack that ships its code, of the tenant's own its id. */
  key: z.string(),
  name: z.string(),
  about: z.string(),
  shipped: z.boolean(),
  copyOf: z.string().nullable(),
  levels: z.array(packLevel),
  changedAt: instant.nullable(),
  changedBy: z.string().nullable(),
  version: version.nullable().meta({ description: 'for If-Match; null of a pack that ships' }),
});

export const slaPackId = id;
export type PackLevelAnswer = z.output<typeof packLevel>;
export type NewSlaPack = z.output<typeof newSlaPack>;
export type SlaPackChange = z.output<typeof slaPackChange>;
export type SlaPack = z.output<typeof slaPack>;
