import { id, operation, pageOf, tenantParams, tenantSlug, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { examples } from './examples';
import { kpiFile } from './kpi-file';
import { kpiFileUpload } from './kpi-file-upload';

const thing = 'kpi-files';
const access = { permission: 'kpi-file.upload' } as const;
const uploadParams = z.strictObject({ tenant: tenantSlug, kpiFileUploadId: id });

/** How the body of a piece is called (tus 1.0). */
export const pieceType = 'application/offset+octet-stream';

const tusHeader = {
  name: 'Tus-Resumable',
  required: false,
  description: '`1.0.0`; another version is refused (412)',
} as const;
const example = examples.unfinished;

export const beginKpiFileUpload = operation({
  id: 'beginKpiFileUpload',
  method: 'POST',
  path: '/tenants/:tenant/kpi-file-uploads',
  summary:
    'Begin a KPI file that is sent in pieces and can go on after the connection was lost (tus 1.0, creation). Location says where the pieces go',
  thing,
  access,
  params: tenantParams,
  query: z
    .strictObject({
      vendorId: id.optional().meta({ description: 'whose figures these are; or `vendorCode`' }),
      vendorCode: text(80).optional().meta({ description: 'the vendor’s code, or one it is known by' }),
      autoConfirm: z.enum(['true', 'false']).default('false'),
    })
    .refine(({ vendorId, vendorCode }) => (vendorId === undefined) !== (vendorCode === undefined), {
      path: ['vendorId'],
      error: 'say whose figures these are, by vendorId or by vendorCode',
    }),
  headers: [
    tusHeader,
    { name: 'Upload-Length', required: true, description: 'bytes of the whole file, at most 2 GiB' },
    {
      name: 'Upload-Metadata',
      required: true,
      description:
        '`filename`, and if wanted `sha256` (of the whole file, hex) and `fingerprint`; each with its value in Base64, between commas',
    },
  ],
  response: kpiFileUpload,
  status: 201,
  example: { response: { ...example, received: 0 } },
});

export const listKpiFileUploads = operation({
  id: 'listKpiFileUploads',
  method: 'GET',
  path: '/tenants/:tenant/kpi-file-uploads',
  summary: 'The caller’s own unfinished uploads, newest first: what can go on',
  thing,
  access,
  params: tenantParams,
  query: z.strictObject({ vendorId: id.optional(), vendorCode: text(80).optional() }),
  response: pageOf(kpiFileUpload),
  example: { response: { items: [example], nextCursor: null } },
});

export const viewKpiFileUpload = operation({
  id: 'viewKpiFileUpload',
  method: 'GET',
  path: '/tenants/:tenant/kpi-file-uploads/:kpiFileUploadId',
  summary:
    'How much of an upload has arrived; HEAD answers the same in Upload-Offset and Upload-Length (tus 1.0). Only whoever began it is told',
  thing,
  access,
  params: uploadParams,
  headers: [tusHeader],
  response: kpiFileUpload,
  example: { response: example },
});

export const continueKpiFileUpload = operation({
  id: 'continueKpiFileUpload',
  method: 'PATCH',
  path: '/tenants/:tenant/kpi-file-uploads/:kpiFileUploadId',
  summary:
    'Send the next piece, from Upload-Offset on (tus 1.0). What arrived before the connection broke is kept. With the last byte it becomes a KPI file, as if it had been sent in one piece',
  thing,
  access,
  params: uploadParams,
  headers: [
    tusHeader,
    { name: 'Upload-Offset', required: true, description: 'where this piece begins; elsewhere is a 409' },
    {
      name: 'Upload-Checksum',
      required: false,
      description: '`sha256` or `sha1` and the piece’s in Base64; a piece with another is not taken (460)',
    },
  ],
  body: z.string().meta({ format: 'binary' }),
  consumes: pieceType,
  status: 204,
  example: {},
});

export const completeKpiFileUpload = operation({
  id: 'completeKpiFileUpload',
  method: 'POST',
  path: '/tenants/:tenant/kpi-file-uploads/:kpiFileUploadId/completion',
  summary:
    'The KPI file that an upload became, once all its bytes have arrived; however often asked, it is one',
  thing,
  access,
  params: uploadParams,
  response: kpiFile,
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

export const removeKpiFileUpload = operation({
  id: 'removeKpiFileUpload',
  method: 'DELETE',
  path: '/tenants/:tenant/kpi-file-uploads/:kpiFileUploadId',
  summary: 'Remove an unfinished upload with all that has arrived (tus 1.0, termination)',
  thing,
  access,
  params: uploadParams,
  headers: [tusHeader],
  status: 204,
  example: {},
});
