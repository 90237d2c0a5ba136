import { id, operation, tenantParams, text, timezone } from '@plumbline/api/schema';
import { periodFormats } from '@plumbline/measurements/schema';
import { services } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { phiAnswers, severities } from '../kinds';

/** As many as a person looks through; a longer list comes in parts. */
export const MOST_INCIDENT_ROWS = 2000;

/** Milestones that a list of past incidents has columns for. */
export const importedMilestones = [
  'occurred',
  'detected',
  'discovered',
  'determined',
  'notified',
  'contained',
  'closed',
] as const;
export type ImportedMilestone = (typeof importedMilestones)[number];

/** What a column of the list is. Several titles are joined; a `detail` becomes a supplement. */
export const incidentColumn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number') }),
  z.strictObject({ kind: z.literal('title') }),
  z.strictObject({ kind: z.literal('detail') }),
  z.strictObject({ kind: z.literal('people') }),
  z.strictObject({ kind: z.literal('place'), prefix: z.enum(['', 'US-']).default('') }),
  z.strictObject({ kind: z.literal('severity'), values: z.record(z.string(), z.enum(severities)) }),
  z.strictObject({ kind: z.literal('phi'), values: z.record(z.string(), z.enum(phiAnswers)) }),
  z.strictObject({
    kind: z.literal('milestone'),
    milestone: z.enum(importedMilestones),
    format: z.enum(periodFormats).meta({ description: 'as the column is written; nothing is guessed' }),
  }),
]);
export type IncidentColumn = z.output<typeof incidentColumn>;

export const incidentImport = z.strictObject({
  vendorId: id,
  file: z.strictObject({
    name: z.string().min(1).max(255),
    content: z.base64().max(670_000, 'at most 500 kB'),
  }),
  columns: z
    .record(z.string().min(1).max(200), incidentColumn)
    .refine(
      (columns) =>
        Object.values(columns).some((each) => each.kind === 'milestone' && each.milestone === 'discovered'),
      'say which column is the discovery',
    ),
  timezone: timezone.meta({ description: 'of times without an offset' }),
  missing: z
    .array(z.string().max(20))
    .max(20)
    .default(['', '?'])
    .meta({ description: 'what a cell says that says nothing' }),
  service: z.enum(services),
  phi: z.enum(phiAnswers).default('unknown'),
  title: text(200).default('Imported incident').meta({ description: 'of rows without one' }),
  wrongRows: z.enum(['refuse', 'leave_out']).default('refuse'),
});
export type IncidentImport = z.output<typeof incidentImport>;

export const incidentImportProblem = z.strictObject({
  line: z.int(),
  column: z.string(),
  value: z.string(),
  code: z.enum([
    'value-missing',
    'value-invalid',
    'value-unknown',
    'time-skipped',
    'before-discovery',
    'row-twice',
    'broken-quotes',
  ]),
});

export const incidentImportResult = z.strictObject({
  counts: z.strictObject({ total: z.int(), new: z.int(), unchanged: z.int(), wrong: z.int() }),
  problems: z.array(incidentImportProblem),
  /** Of the new rows, as each policy that applies judges them. */
  verdicts: z.array(
    z.strictObject({
      policyCode: z.string(),
      met: z.int(),
      late: z.int().meta({ description: 'met after the deadline' }),
      open: z.int().meta({ description: 'nothing says that it was ever met' }),
    }),
  ),
  applied: z.boolean(),
});
export type IncidentImportResult = z.output<typeof incidentImportResult>;

const request = {
  vendorId: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  file: { name: 'incidents.csv', content: 'bnVtYmVyLG9wZW5lZF9hdApBMSwyOS8wMi8yMDE2IDAxOjE2Cg==' },
  columns: {
    number: { kind: 'number' },
    opened_at: { kind: 'milestone', milestone: 'discovered', format: 'DD/MM/YYYY HH:mm' },
  },
  timezone: 'America/New_York',
  service: 'telephony',
};
const response = {
  counts: { total: 1, new: 1, unchanged: 0, wrong: 0 },
  problems: [],
  verdicts: [{ policyCode: 'contract-notice', met: 0, late: 0, open: 1 }],
  applied: false,
};
const shape = {
  method: 'POST',
  thing: 'incidents',
  access: { permission: 'incident.import' },
  params: tenantParams,
  body: incidentImport,
  response: incidentImportResult,
} as const;

export const previewIncidentImport = operation({
  ...shape,
  id: 'previewIncidentImport',
  path: '/tenants/:tenant/incident-imports/preview',
  summary: 'What a list of past incidents would enter, and what is wrong with it; nothing is written',
  example: { request, response },
});

export const importIncidents = operation({
  ...shape,
  id: 'importIncidents',
  path: '/tenants/:tenant/incident-imports',
  summary:
    'Enter a list of past incidents: their clocks are judged, and nobody is told; the same list again changes nothing',
  idempotent: true,
  example: { request, response: { ...response, applied: true } },
});
