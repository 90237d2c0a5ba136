import { id, instant, period } from '@plumbline/api/schema';
import { directions, metricUnits, verdictStates } from '@plumbline/sla-engine';
import { grainNames, measuredSegment } from '@plumbline/measurements/schema';
import * as z from 'zod';
import { beyondForecast } from './beyond-forecast';
import { exactDecimal as decimal } from './exact-decimal';
import { judgedWindow } from './judged-window';
import { target } from '@plumbline/contracts/schema';

/** Why a revision was written: rows came or were corrected, an instant passed, or what was agreed or defined changed. */
export const revisionReasons = ['kpi_file', 'time_passed', 'terms_changed', 'exclusion'] as const;

export const revisionReason = z.strictObject({
  code: z.enum(revisionReasons),
  file: z
    .strictObject({ id, name: z.string(), restatementReason: z.string().nullable() })
    .nullable()
    .meta({ description: 'the KPI file whose rows changed the figure' }),
});

export const resultState = z.enum(verdictStates).meta({ description: 'semantics rule 16' });

const nullableDecimal = decimal.nullable();

export const vendorName = z.strictObject({ id, code: z.string(), name: z.string() });

/** The figure of one revision: unrounded, as it was compared (semantics rule 15). */
export const figure = z.strictObject({
  state: resultState,
  value: nullableDecimal,
  numerator: nullableDecimal,
  denominator: nullableDecimal,
  claimedValue: nullableDecimal.meta({
    description: 'a share the vendor stated without its counts: shown beside, never mixed in',
  }),
  interval: z
    .strictObject({ lower: decimal, upper: decimal })
    .nullable()
    .meta({ description: 'Wilson 95 % interval of a sampled metric' }),
});

/** A row of the results list: a target evaluated over a window, in its newest revision. */
export const resultSummary = figure.extend({
  id,
  month: period.meta({ description: 'the month in which the window ends' }),
  window: judgedWindow,
  revision: z.int().min(1),
  vendor: vendorName,
  sla: z.strictObject({ id, name: z.string(), segment: measuredSegment }),
  metric: z.strictObject({
    id,
    code: z.string(),
    name: z.string(),
    unit: z.enum(metricUnits),
    direction: z.enum(directions),
    version: z.int().min(1),
  }),
  target,
  evaluatedAt: instant,
});

/** One revision in the history of a result, newest first. */
export const resultRevision = figure.extend({
  id,
  revision: z.int().min(1),
  latest: z.boolean(),
  metricVersion: z.int().min(1),
  reason: revisionReason,
  evaluatedAt: instant,
});

/** What approved records did to a figure (semantics rule 20): the source numbers stay as they are. */
export const excusing = z.strictObject({
  exclusions: z.array(
    z.strictObject({
      id,
      kind: z.string(),
      reason: z.string(),
      approvedBy: z.string(),
      period: z.strictObject({ start: instant, end: instant }).nullable().meta({
        description: 'null: the figures came in a grain too coarse to take anything out, or units are stated',
      }),
      stated: beyondForecast.nullable().meta({ description: 'units beyond the agreed forecast' }),
      taken: z
        .boolean()
        .meta({ description: 'false: it took nothing out, such as more units than were counted' }),
    }),
  ),
  without: figure
    .pick({ state: true, value: true, numerator: true, denominator: true })
    .nullable()
    .meta({ description: 'the figure without the exclusions; null where none took anything out' }),
  waiver: z
    .strictObject({ id, reason: z.string(), approvedBy: z.string() })
    .nullable()
    .meta({ description: 'the breach stays on record and has no consequence' }),
});

export const result = resultSummary.extend({
  latest: z.boolean(),
  rowsCounted: z.int().min(0),
  grain: z.enum(grainNames).nullable(),
  asOfLoad: z.int().min(0),
  reason: revisionReason,
  breachId: id.nullable(),
  excusing: excusing.nullable().meta({ description: 'null: no exclusion and no waiver' }),
  revisions: z.array(resultRevision),
});

export type Excusing = z.output<typeof excusing>;
export type RevisionReason = z.output<typeof revisionReason>;
export type ResultState = z.output<typeof resultState>;
export type Figure = z.output<typeof figure>;
export type ResultSummary = z.output<typeof resultSummary>;
export type ResultRevision = z.output<typeof resultRevision>;
export type Result = z.output<typeof result>;
