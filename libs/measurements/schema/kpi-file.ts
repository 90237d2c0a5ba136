import { id, instant, period, text, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { fileLayout } from './file-layout';
import { fileWarning, rememberedCodes, unknownName, warningCodes } from './file-warning';
import { keptParameters } from './findings/finding';
import { grainNames, type GrainName } from './grain';
import { kpiMapping, mappedColumn } from './kpi-mapping';
import { measuredSegment } from './segment';

/**
 * received → checking → checked → queued → ingesting → evaluating → done; `unchanged`: everything in it was known;
 * `waiting_for_vendors`: the insurer has to say who is meant; `refused` and `withdrawn`: nothing of it was loaded.
 */
export const kpiFileStates = [
  'received',
  'checking',
  'checked',
  'waiting_for_vendors',
  'queued',
  'ingesting',
  'evaluating',
  'done',
  'unchanged',
  'refused',
  'withdrawn',
] as const;

/** States in which the partner may (again) say what the columns mean. */
export const mappableStates = [
  'received',
  'checked',
  'waiting_for_vendors',
  'refused',
] as const satisfies readonly KpiFileState[];

/** States in which work goes on by itself. */
export const busyStates = [
  'checking',
  'queued',
  'ingesting',
  'evaluating',
] as const satisfies readonly KpiFileState[];

/** By which way a file was handed in; `cli`: through the API, by the program `plumbline`. */
export const uploadWays = ['page', 'api', 'cli', 'sftp'] as const;

export const wrongRowsChoices = ['refuse', 'leave_out'] as const;

const count = z.int().min(0);

export const rowCounts = z.strictObject({
  total: count.nullable().meta({ description: 'null until the file was read to its end' }),
  read: count.meta({ description: 'grows while the file is being read' }),
  wrong: count,
  new: count.nullable().meta({
    description:
      'of a file of cases, this and the next two count cases; also new: one that went on, or came due',
  }),
  unchanged: count.nullable(),
  restated: count.nullable(),
});

export const unknownVendor = z.strictObject({ code: z.string(), name: z.string(), rows: count });

/** Why nothing of a file was loaded. */
export const fileRefusal = z.strictObject({
  code: z.string(),
  detail: z.string(),
  parameters: keptParameters,
});

/** What confirming the file does. */
export const fileEffect = z.strictObject({
  months: z.array(period),
  vendors: count,
  segments: count,
  cases: count.optional().meta({ description: 'of a file of cases: how many its rows are about' }),
  needsReason: z.boolean().meta({ description: 'figures of an earlier file are replaced: say why' }),
});

export const kpiFileSummary = z.strictObject({
  id,
  name: z.string(),
  vendor: z.strictObject({ id, code: z.string(), name: z.string() }),
  state: z.enum(kpiFileStates),
  uploadedBy: z.string(),
  uploadedVia: z.enum(uploadWays),
  rows: rowCounts,
  createdAt: instant,
  loadedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});

/** From where a file came; null where nobody took note, as of files of earlier days. */
export const uploadOrigin = z.strictObject({
  address: z.string().nullable().meta({ description: 'the IP address that sent it' }),
  key: z
    .string()
    .nullable()
    .meta({ description: 'the API key’s id, or the SHA-256 fingerprint of the SFTP key; null for a person' }),
});

export const kpiFile = kpiFileSummary.extend({
  uploadedFrom: uploadOrigin,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  layout: fileLayout,
  mapping: kpiMapping.nullable(),
  autoConfirm: z.boolean(),
  wrongRows: z.enum(wrongRowsChoices),
  restatementReason: z.string().nullable(),
  effect: fileEffect.nullable(),
  problemsListed: count,
  unknownVendors: z.array(unknownVendor),
  warnings: z.array(fileWarning),
  unknownNames: z.array(unknownName),
  refusal: fileRefusal.nullable(),
  loadNumber: count.nullable(),
  version,
});

/** What was received from whom, when, by which way and from where, and what came of it: for the partner to keep. */
export const kpiFileReceipt = z.strictObject({
  reference: id.meta({ description: 'of the KPI file' }),
  issuedAt: instant,
  tenant: z.strictObject({ slug: z.string(), name: z.string() }),
  vendor: kpiFileSummary.shape.vendor,
  file: kpiFile.pick({ name: true, bytes: true, sha256: true }),
  received: uploadOrigin.extend({ at: instant, by: z.string(), via: z.enum(uploadWays) }),
  state: z.enum(kpiFileStates),
  refusal: kpiFile.shape.refusal,
  rows: rowCounts,
  months: z.array(period),
  warnings: kpiFile.shape.warnings.meta({ description: 'what was doubtful, and who accepted it' }),
  restatementReason: z.string().nullable(),
  loadNumber: count.nullable(),
  loadedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});

/** What the columns probably mean; what nobody can guess is null and has to be said. */
export const mappingSuggestion = z.strictObject({
  saved: z
    .strictObject({ id, name: z.string() })
    .nullable()
    .meta({ description: 'used before for this layout' }),
  columns: z.array(mappedColumn),
  grain: z.enum(grainNames as [GrainName, ...GrainName[]]),
  decimal: z.enum(['.', ',']),
  timezone: z.string().nullable(),
  layout: fileLayout.meta({ description: 'the sheet and header line that this is about' }),
  mapping: kpiMapping.nullable().meta({ description: 'the saved mapping, ready to use' }),
});

export const fileProblem = z.strictObject({
  ordinal: z.int().min(1),
  line: z.int().min(1),
  column: z.int().min(1).nullable(),
  columnName: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  detail: z.string(),
  parameters: keptParameters,
});

/** A case as one row states it; dates are those by which it is counted. */
const previewCase = z.strictObject({
  number: z.string(),
  openedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  dueOn: z.iso.date(),
  inTime: z.boolean().nullable().meta({ description: 'null while the case is open' }),
});

/** A row as the mapping reads it. */
export const previewRow = z.strictObject({
  line: z.int().min(1),
  vendor: z.string(),
  startsAt: instant,
  localDate: z.iso.date(),
  segment: measuredSegment,
  figures: z
    .record(z.string(), z.string().nullable())
    .meta({ description: 'by measure code, or `claimed:` and metric code' }),
  case: previewCase.optional().meta({ description: 'of a file of cases' }),
});

/** What a mapping makes of the beginning of a file. */
export const filePreview = z.strictObject({
  rowsRead: count,
  rowsSkipped: count.meta({ description: 'passed over, as the mapping says' }),
  rowsWrong: count,
  rows: z.array(previewRow),
  problems: z.array(fileProblem),
});

export const newMapping = z.strictObject({
  mapping: kpiMapping,
  name: text(120)
    .default('Mapping')
    .meta({ description: 'under which it is remembered for the next file of this layout' }),
});

export const confirmation = z.strictObject({
  wrongRows: z.enum(wrongRowsChoices).default('refuse'),
  restatementReason: text(500)
    .optional()
    .meta({ description: 'demanded where earlier figures are replaced' }),
  acceptWarnings: z
    .array(z.enum(warningCodes))
    .max(warningCodes.length)
    .optional()
    .meta({ description: 'codes of the doubtful things that are right; each that is open has to be named' }),
  rememberWarnings: z
    .array(z.enum(rememberedCodes))
    .max(rememberedCodes.length)
    .optional()
    .meta({ description: 'those of them that are right in every file of this layout' }),
});

export const vendorResolution = z
  .strictObject({
    create: z
      .array(z.strictObject({ code: text(60), name: text(120) }))
      .max(5000)
      .default([]),
    match: z
      .array(z.strictObject({ code: text(80), vendorId: id }))
      .max(5000)
      .default([]),
  })
  .refine(({ create, match }) => create.length + match.length > 0, 'say who is meant by at least one code');

export type KpiFileState = (typeof kpiFileStates)[number];
export type UploadWay = (typeof uploadWays)[number];
export type UploadOrigin = z.output<typeof uploadOrigin>;
export type WrongRows = (typeof wrongRowsChoices)[number];
export type KpiFileSummary = z.output<typeof kpiFileSummary>;
export type KpiFile = z.output<typeof kpiFile>;
export type KpiFileReceipt = z.output<typeof kpiFileReceipt>;
export type FileRefusal = z.output<typeof fileRefusal>;
export type FileEffect = z.output<typeof fileEffect>;
export type FileProblem = z.output<typeof fileProblem>;
export type FilePreview = z.output<typeof filePreview>;
export type PreviewRow = z.output<typeof previewRow>;
export type MappingSuggestion = z.output<typeof mappingSuggestion>;
export type Confirmation = z.output<typeof confirmation>;
export type VendorResolution = z.output<typeof vendorResolution>;
