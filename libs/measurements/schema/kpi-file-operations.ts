import {
  id,
  languages,
  operation,
  pageOf,
  pageQuery,
  tenantParams,
  tenantSlug,
  text,
} from '@plumbline/api/schema';
import * as z from 'zod';
import { examples } from './examples';
import { nameResolution } from './file-warning';
import {
  confirmation,
  fileProblem,
  filePreview,
  kpiFile,
  kpiFileReceipt,
  kpiFileStates,
  kpiFileSummary,
  mappingSuggestion,
  newMapping,
  vendorResolution,
} from './kpi-file';
import { kpiMapping } from './kpi-mapping';

const thing = 'kpi-files';
const read = { permission: 'kpi-file.read' } as const;
const upload = { permission: 'kpi-file.upload' } as const;
/** What a file may be called where it is the whole body of a request; what it is, its bytes say. */
export const fileTypes = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
  'application/gzip',
] as const;
const fileParams = z.strictObject({ tenant: tenantSlug, kpiFileId: id });

export const listKpiFiles = operation({
  id: 'listKpiFiles',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files',
  summary: 'Received KPI files, newest first; a partner sees those of its own vendors',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({ vendorId: id.optional(), state: z.enum(kpiFileStates).optional() }),
  response: pageOf(kpiFileSummary),
  example: { response: { items: [examples.summary], nextCursor: null } },
});

export const uploadKpiFile = operation({
  id: 'uploadKpiFile',
  method: 'POST',
  path: '/tenants/:tenant/kpi-files',
  summary:
    'Hand in a KPI file: as multipart/form-data with one part called `file`, or as the body itself, streamed, with its name in Content-Disposition or in `name`. With autoConfirm and a mapping known for its layout it is loaded at once where nothing speaks against it',
  thing,
  access: upload,
  params: tenantParams,
  query: z
    .strictObject({
      vendorId: id.optional().meta({ description: 'whose figures these are; or `vendorCode`' }),
      vendorCode: text(80).optional().meta({ description: 'the vendor’s code, or one it is known by' }),
      name: text(200).optional().meta({ description: 'what the file is called, where the body is the file' }),
      autoConfirm: z.enum(['true', 'false']).default('false'),
    })
    .refine(({ vendorId, vendorCode }) => (vendorId === undefined) !== (vendorCode === undefined), {
      path: ['vendorId'],
      error: 'say whose figures these are, by vendorId or by vendorCode',
    }),
  body: z.strictObject({ file: z.string().meta({ format: 'binary' }) }),
  response: kpiFile,
  status: 201,
  idempotent: true,
  consumes: ['multipart/form-data', ...fileTypes],
  example: {
    response: {
      ...examples.file,
      state: 'received',
      mapping: null,
      effect: null,
      loadNumber: null,
      version: 1,
    },
  },
});

export const viewKpiFile = operation({
  id: 'viewKpiFile',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId',
  summary: 'One KPI file: its state, counts and receipt',
  thing,
  access: read,
  params: fileParams,
  response: kpiFile,
  example: { response: examples.file },
});

export const suggestKpiMapping = operation({
  id: 'suggestKpiMapping',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/mapping-suggestion',
  summary:
    'What the columns probably mean: as used before for this layout, else guessed from names and values',
  thing,
  access: read,
  params: fileParams,
  query: z.strictObject({
    sheet: z.string().max(200).optional().meta({ description: 'another sheet than the likeliest' }),
    headerLine: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ description: 'where its names of columns stand' }),
  }),
  response: mappingSuggestion,
  example: {
    response: {
      saved: null,
      columns: examples.mapping.columns.map((column) => ({ ...column })),
      grain: '30min',
      decimal: '.',
      timezone: null,
      layout: examples.file.layout,
      mapping: null,
    },
  },
});

export const previewKpiFile = operation({
  id: 'previewKpiFile',
  method: 'POST',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/preview',
  summary: 'What a mapping makes of the first rows, before anything is decided',
  thing,
  access: upload,
  params: fileParams,
  body: z.strictObject({ mapping: kpiMapping }),
  response: filePreview,
  example: {
    request: { mapping: examples.mapping },
    response: {
      rowsRead: 1,
      rowsSkipped: 0,
      rowsWrong: 0,
      rows: [
        {
          line: 2,
          vendor: 'NORTHWIND',
          startsAt: '2026-03-01T12:00:00Z',
          localDate: '2026-03-01',
          segment: { lineOfBusiness: null, channel: 'voice', queue: 'claims', language: null },
          figures: { offered: '14', answered: '13' },
        },
      ],
      problems: [],
    },
  },
});

export const mapKpiFile = operation({
  id: 'mapKpiFile',
  method: 'PUT',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/mapping',
  summary: 'Say what the columns mean; the whole file is then checked, and nothing is loaded yet',
  thing,
  access: upload,
  params: fileParams,
  body: newMapping,
  response: kpiFile,
  conditional: true,
  example: {
    request: { mapping: examples.mapping, name: 'Half-hour file' },
    response: { ...examples.file, state: 'checking', effect: null, loadNumber: null, version: 2 },
  },
});

export const confirmKpiFile = operation({
  id: 'confirmKpiFile',
  method: 'POST',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/confirmation',
  summary:
    'Load a checked file; wrong rows keep it out unless they are left out on purpose, doubtful ones until they are accepted',
  thing,
  access: upload,
  params: fileParams,
  body: confirmation,
  response: kpiFile,
  conditional: true,
  example: {
    request: { wrongRows: 'refuse', acceptWarnings: ['sum-differs'], rememberWarnings: ['sum-differs'] },
    response: { ...examples.file, state: 'queued', loadNumber: null, version: 4 },
  },
});

export const withdrawKpiFile = operation({
  id: 'withdrawKpiFile',
  method: 'POST',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/withdrawal',
  summary: 'Take back a file that was not loaded; it stays on record',
  thing,
  access: upload,
  params: fileParams,
  response: kpiFile,
  conditional: true,
  example: { response: { ...examples.file, state: 'withdrawn', loadNumber: null, version: 4 } },
});

export const resolveKpiFileVendors = operation({
  id: 'resolveKpiFileVendors',
  method: 'POST',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/vendors',
  summary:
    'Say who is meant by the vendor codes of a waiting file: new vendors, or ones that are there; all at once',
  thing,
  access: { permission: 'kpi-file.resolve-vendors' },
  params: fileParams,
  body: vendorResolution,
  response: kpiFile,
  idempotent: true,
  example: {
    request: {
      create: [{ code: '111AA1', name: 'North East England NHS 111' }],
      match: [{ code: '111AA2', vendorId: examples.vendor.id }],
    },
    response: { ...examples.file, state: 'checking', loadNumber: null, version: 4 },
  },
});

export const resolveKpiFileNames = operation({
  id: 'resolveKpiFileNames',
  method: 'POST',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/names',
  summary:
    'Say what is meant by new names of queues, languages and the like in a checked file; remembered for the vendor, and the file is checked again',
  thing,
  access: upload,
  params: fileParams,
  body: nameResolution,
  response: kpiFile,
  conditional: true,
  example: {
    request: {
      names: [
        { dimension: 'queue', value: 'Claims.', means: 'claims' },
        { dimension: 'language', value: 'vi', means: null },
      ],
    },
    response: { ...examples.file, state: 'checking', loadNumber: null, version: 4 },
  },
});

export const listKpiFileProblems = operation({
  id: 'listKpiFileProblems',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/problems',
  summary: 'What is wrong with which rows, in the order of the file; the first 10,000 are kept',
  thing,
  access: read,
  params: fileParams,
  query: pageQuery,
  response: pageOf(fileProblem),
  example: { response: { items: [examples.problem], nextCursor: null } },
});

export const downloadKpiFileProblems = operation({
  id: 'downloadKpiFileProblems',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/problems.csv',
  summary: 'The listed problems as CSV, and after them what is doubtful',
  thing,
  access: read,
  params: fileParams,
  query: z.strictObject({ language: z.enum(languages).default('en') }),
  produces: 'text/csv',
  example: {
    response:
      'line,column,column name,value,code,what is wrong\r\n118,4,calls_answered,31,impossible-count,"answered (31) cannot be more than offered (13)."\r\n',
  },
});

export const downloadKpiFile = operation({
  id: 'downloadKpiFile',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/content',
  summary: 'The file exactly as it was received',
  thing,
  access: read,
  params: fileParams,
  produces: 'application/octet-stream',
  example: { response: 'interval_start,queue,calls_offered,calls_answered\n2026-03-01 07:00,claims,14,13\n' },
});

export const viewKpiFileReceipt = operation({
  id: 'viewKpiFileReceipt',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/receipt',
  summary: 'What was received from whom, when, by which way and from where, and what came of it',
  thing,
  access: read,
  params: fileParams,
  response: kpiFileReceipt,
  example: { response: examples.receipt },
});

export const watchKpiFiles = operation({
  id: 'watchKpiFiles',
  method: 'GET',
  path: '/tenants/:tenant/events',
  summary: 'Server-sent events: each carries the file as its GET would answer',
  thing,
  access: read,
  params: tenantParams,
  query: z.strictObject({
    topics: z
      .union([z.string(), z.array(z.string()).max(10)])
      .transform((topics) => (Array.isArray(topics) ? topics : [topics]))
      .pipe(z.array(z.string().regex(/^kpi-file:[0-9a-f-]{36}$/, 'a topic such as kpi-file:<id>')).min(1)),
  }),
  response: kpiFile,
  produces: 'text/event-stream',
  example: { response: examples.file },
});
