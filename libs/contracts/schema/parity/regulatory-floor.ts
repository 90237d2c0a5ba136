import { id, instant, prose } from '@plumbline/api/schema';
import { directions, metricUnits } from '@plumbline/sla-engine';
import { services } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { target } from '../service-level';
import { metricName } from './internal-target';

const said = z.strictObject({ en: z.string(), es: z.string() });

export const floorCode = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** Switched on for the metric that measures it here, or off, with the reason. */
export const floorSwitch = z
  .strictObject({ on: z.boolean(), metricId: id.nullable().default(null), reason: prose(1000) })
  .refine(({ on, metricId }) => !on || metricId !== null, {
    path: ['metricId'],
    message: 'say which metric measures it here',
  });

export const floorSwitched = z.strictObject({
  number: z.int().min(1),
  on: z.boolean(),
  floorVersion: z.int().min(1),
  metric: metricName.nullable(),
  reason: z.string(),
  setBy: z.string(),
  setAt: instant,
});

export const regulatoryFloor = z.strictObject({
  code: floorCode,
  floorVersion: z.int().min(1),
  title: said,
  citation: z.string(),
  says: said,
  mind: said,
  asOf: z.iso.date(),
  source: z.string(),
  unit: z.enum(metricUnits),
  direction: z.enum(directions),
  target,
  thresholdSeconds: z.number().nullable(),
  services: z.array(z.enum(services)),
  suggestedMetricId: id.nullable(),
  on: z.boolean(),
  metric: metricName.nullable().meta({ description: 'what measures it here, while it is on' }),
  history: z.array(floorSwitched).meta({ description: 'oldest first' }),
});

export const regulatoryFloors = z.strictObject({ items: z.array(regulatoryFloor) });

export type FloorSwitch = z.output<typeof floorSwitch>;
export type FloorSwitched = z.output<typeof floorSwitched>;
export type RegulatoryFloor = z.output<typeof regulatoryFloor>;
