import { operation, tenantParams } from '@plumbline/api/schema';
import * as z from 'zod';
import { importKinds } from './columns';

const thing = 'vendors';
const access = { permission: 'vendor.write' };

/** As many as a person looks through; a longer list comes in parts. */
export const MOST_IMPORT_ROWS = 1000;
/** Of a file, before it is written in base 64. */
export const MOST_IMPORT_BYTES = 500_000;

const cells = z.record(z.string().max(100), z.string().max(2000));

/** A list of vendors or contacts: as a file (CSV or XLSX), or as rows by header. */
export const vendorImport = z
  .strictObject({
    kind: z.enum(importKinds),
    file: z
      .strictObject({
        name: z.string().min(1).max(255),
        content: z.base64().max(Math.ceil(MOST_IMPORT_BYTES / 3) * 4, 'at most 500 kB'),
      })
      .nullable()
      .default(null),
    rows: z.array(cells).max(MOST_IMPORT_ROWS).nullable().default(null),
    wrongRows: z
      .enum(['refuse', 'leave_out'])
      .default('refuse')
      .meta({ description: 'with a wrong row: nothing is entered, or all the others are' }),
  })
  .refine(({ file, rows }) => (file === null) !== (rows === null), {
    path: ['file'],
    message: 'a file or rows, one of the two',
  });

export const importProblemCodes = [
  'column-missing',
  'value-missing',
  'value-unknown',
  'value-invalid',
  'row-twice',
  'vendor-unknown',
  'broken-quotes',
  'row-too-wide',
  'code-of-alias',
] as const;

export const importProblem = z.strictObject({
  line: z.int(),
  column: z.string().nullable().meta({ description: 'the header as written' }),
  field: z.string().nullable(),
  value: z.string().nullable(),
  code: z.enum(importProblemCodes),
  parameters: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

export const importRow = z.strictObject({
  line: z.int(),
  name: z.string(),
  act: z.enum(['new', 'changed', 'unchanged', 'wrong']),
  changed: z.array(z.string()).meta({ description: 'fields that become another' }),
});

export const importResult = z.strictObject({
  kind: z.enum(importKinds),
  columns: z.array(z.strictObject({ header: z.string(), field: z.string().nullable() })),
  counts: z.strictObject({ new: z.int(), changed: z.int(), unchanged: z.int(), wrong: z.int() }),
  rows: z.array(importRow),
  problems: z.array(importProblem),
  applied: z.boolean(),
});

export type VendorImport = z.output<typeof vendorImport>;
export type ImportProblem = z.output<typeof importProblem>;
export type ImportRow = z.output<typeof importRow>;
export type ImportResult = z.output<typeof importResult>;

const request = {
  kind: 'vendors',
  rows: [
    {
      Code: 'NORTHWIND',
      Name: 'Northwind Member Care',
      Services: 'voice, chat',
      Criticality: 'high',
      'Sees PHI': 'yes',
      'Time zone': 'America/New_York',
    },
  ],
};
const response = {
  kind: 'vendors',
  columns: [{ header: 'Code', field: 'code' }],
  counts: { new: 1, changed: 0, unchanged: 0, wrong: 0 },
  rows: [{ line: 2, name: 'Northwind Member Care', act: 'new', changed: [] }],
  problems: [],
  applied: false,
};

export const previewVendorImport = operation({
  id: 'previewVendorImport',
  method: 'POST',
  path: '/tenants/:tenant/vendor-imports/preview',
  summary:
    'What a list of vendors or contacts would enter and change, and what is wrong with it; nothing is written',
  thing,
  access,
  params: tenantParams,
  body: vendorImport,
  response: importResult,
  example: { request, response },
});

export const importVendors = operation({
  id: 'importVendors',
  method: 'POST',
  path: '/tenants/:tenant/vendor-imports',
  summary:
    'Enter a list of vendors or contacts: all rows or none, unless wrong rows are to be left out; the same list again changes nothing',
  thing,
  access,
  params: tenantParams,
  body: vendorImport,
  response: importResult,
  idempotent: true,
  example: { request, response: { ...response, applied: true } },
});
