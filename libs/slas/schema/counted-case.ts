import { id, localDate, operation, pageOf, pageQuery, tenantSlug } from '@plumbline/api/schema';
import { measuredSegment } from '@plumbline/measurements/schema';
import * as z from 'zod';
import { examples } from './examples';

/** By which of its dates a case is counted. */
export const caseWays = ['due', 'closed', 'acknowledgement'] as const;

const line = z.int().min(1);

/** A case as it is stated, with the days that decide. */
export const statedCase = z.strictObject({
  number: z.string(),
  segment: measuredSegment,
  openedOn: localDate,
  closedOn: localDate.nullable().meta({ description: 'null: it was open' }),
  dueOn: localDate,
});

/** A case behind a figure, exactly as it stood when the revision was computed. */
export const countedCase = statedCase.extend({
  countedBy: z.enum(caseWays),
  countedOn: localDate.meta({ description: 'the day on which it counts' }),
  inTime: z.boolean(),
  file: z
    .strictObject({ id, name: z.string() })
    .nullable()
    .meta({ description: 'null where the reader may not see the file: it was loaded by somebody else' }),
  lines: z
    .array(z.strictObject({ from: line, to: line }))
    .min(1)
    .meta({ description: 'of the file, those that are about the case; the first 100 stretches' }),
});

export const listCountedCases = operation({
  id: 'listCountedCases',
  method: 'GET',
  path: '/tenants/:tenant/results/:resultId/explanation/cases',
  summary:
    'The cases behind a figure as they stood when it was computed, with file and lines; none where it is made of counts',
  thing: 'results',
  access: { permission: 'result.read' },
  params: z.strictObject({ tenant: tenantSlug, resultId: id }),
  query: pageQuery.extend({ date: localDate.optional().meta({ description: 'only those of this day' }) }),
  response: pageOf(countedCase),
  example: { response: { items: [examples.countedCase], nextCursor: null } },
});

export type CaseWay = (typeof caseWays)[number];
export type StatedCase = z.output<typeof statedCase>;
export type CountedCase = z.output<typeof countedCase>;
