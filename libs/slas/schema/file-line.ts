import { id, instant, operation, period, tenantSlug } from '@plumbline/api/schema';
import { grainNames, measuredSegment } from '@plumbline/measurements/schema';
import * as z from 'zod';
import { statedCase } from './counted-case';
import { examples } from './examples';
import { exactDecimal } from './exact-decimal';
import { judgedWindow } from './judged-window';
import { resultState, vendorName } from './result';

/** The line of a later file that took the place. */
const supersededBy = z
  .strictObject({ fileId: id, fileName: z.string().nullable(), line: z.int().min(1) })
  .nullable()
  .meta({ description: 'null: it stands' });

/** A case that a line of a KPI file speaks of, perhaps beside other lines. */
export const lineCase = statedCase.extend({
  vendor: vendorName,
  inTime: z.boolean().nullable().meta({ description: 'null while it was open' }),
  loadNumber: z.int().min(1),
  supersededBy,
});

/** What one line of a KPI file became: the amounts it brought, and the line of a later file that took their place. */
export const lineMeasurement = z.strictObject({
  vendor: vendorName,
  localDate: z.iso.date(),
  startsAt: instant,
  grain: z.enum(grainNames),
  segment: measuredSegment,
  amounts: z.record(z.string(), exactDecimal).meta({ description: 'by measure, those that it states' }),
  loadNumber: z.int().min(1),
  supersededBy,
});

/** A revision of a result that counts the line, and where that revision was published. */
export const countingResult = z.strictObject({
  id,
  month: period,
  window: judgedWindow,
  revision: z.int().min(1),
  latest: z.boolean(),
  sla: z.strictObject({ id, name: z.string() }),
  vendor: vendorName,
  state: resultState,
  scorecards: z.array(
    z.strictObject({ id, revision: z.int().min(1), state: z.enum(['draft', 'published']) }),
  ),
});

export const fileLine = z.strictObject({
  line: z.int().min(1),
  measurements: z.array(lineMeasurement),
  cases: z.array(lineCase).meta({ description: 'of a file of cases, whose rows are no measurements' }),
  results: z.array(countingResult).meta({ description: 'newest month and revision first, at most 200' }),
});

export const viewFileLine = operation({
  id: 'viewFileLine',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/lines/:line',
  summary:
    'Where a line of a KPI file went: what it measures, whether a later file replaced it, the results that count it, their scorecards',
  thing: 'kpi-files',
  access: { permission: 'result.read' },
  params: z.strictObject({
    tenant: tenantSlug,
    kpiFileId: id,
    line: z.coerce.number().int().min(1).max(1_000_000_000).meta({ description: 'as an editor counts them' }),
  }),
  response: fileLine,
  example: { response: examples.fileLine },
});

export type LineCase = z.output<typeof lineCase>;
export type LineMeasurement = z.output<typeof lineMeasurement>;
export type CountingResult = z.output<typeof countingResult>;
export type FileLine = z.output<typeof fileLine>;
