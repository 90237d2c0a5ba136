import { id, localDate } from '@plumbline/api/schema';
import { metricUnits } from '@plumbline/sla-engine';
import * as z from 'zod';
import { clauseKinds } from '../clause';
import { target } from '../service-level';

/** What stood there, as the terms hold it: a date, a number, a list, a target. */
export const comparedValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  target,
]);

/** One field that differs; `effect` for whoever is held to it, null where that cannot be told. */
export const fieldChange = z.strictObject({
  field: z.string().meta({ description: 'dot-separated, as in the terms' }),
  before: comparedValue,
  after: comparedValue,
  effect: z.enum(['stricter', 'weaker']).nullable(),
});

const change = z.enum(['added', 'removed', 'changed']);

export const clauseChange = z.strictObject({
  change,
  kind: z.enum(clauseKinds),
  number: z.string().meta({ description: 'in the later version, unless it was removed' }),
  heading: z.string(),
  fields: z.array(fieldChange).meta({ description: 'what differs; all it says, where added or removed' }),
});

export const slaChange = z.strictObject({
  change,
  name: z.string(),
  metric: z.strictObject({ id, name: z.string(), unit: z.enum(metricUnits) }),
  segment: z.array(z.string()).meta({ description: 'the part of the service; empty: all of it' }),
  fields: z.array(fieldChange),
});

const side = z.strictObject({
  number: z.int(),
  state: z.enum(['draft', 'active']),
  effectiveFrom: localDate,
  effectiveTo: localDate.nullable(),
});

/** Two versions of a contract, side by side: only what differs, and how much does not. */
export const versionComparison = z.strictObject({
  contract: z.strictObject({ id, reference: z.string(), title: z.string() }),
  before: side,
  after: side,
  terms: z.array(fieldChange).meta({ description: 'dates, reporting, coverage, the contract’s term' }),
  clauses: z.array(clauseChange),
  slas: z.array(slaChange),
  unchanged: z.strictObject({ clauses: z.int(), slas: z.int() }),
});

export type ComparedValue = z.output<typeof comparedValue>;
export type FieldChange = z.output<typeof fieldChange>;
export type ClauseChange = z.output<typeof clauseChange>;
export type SlaChange = z.output<typeof slaChange>;
export type VersionComparison = z.output<typeof versionComparison>;
