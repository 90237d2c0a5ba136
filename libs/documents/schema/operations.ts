import { id, operation, tenantParams, tenantSlug, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { document } from './document';

const thing = 'documents';
const documentParams = z.strictObject({ tenant: tenantSlug, documentId: id });
const example = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e70',
  name: 'iso-27001-certificate.pdf',
  mediaType: 'application/pdf',
  bytes: 182_044,
  sha256: 'f81c3c17f645a9438e14487e906cb888a02dac5c8d8c5750de6b06d550f492e5',
  vendorId: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  uploadedBy: 'Sol Vega',
  uploadedBySide: 'vendor',
  uploadedAt: '2026-03-02T09:30:00Z',
} as const;

export const uploadDocument = operation({
  id: 'uploadDocument',
  method: 'POST',
  path: '/tenants/:tenant/documents',
  summary:
    'Send a document, as multipart/form-data with one part called `file`, or as the body itself with its name in Content-Disposition or in `name`. It is kept encrypted and means nothing until something refers to it by its id',
  thing,
  access: { permission: 'document.upload' },
  params: tenantParams,
  query: z.strictObject({
    vendorId: id
      .optional()
      .meta({ description: 'the vendor that may see it too; a vendor’s own user always says it' }),
    name: text(200).optional().meta({ description: 'what it is called, where the body is the document' }),
  }),
  body: z.strictObject({ file: z.string().meta({ format: 'binary' }) }),
  response: document,
  status: 201,
  idempotent: true,
  consumes: ['multipart/form-data', 'application/octet-stream'],
  example: { response: example },
});

export const viewDocument = operation({
  id: 'viewDocument',
  method: 'GET',
  path: '/tenants/:tenant/documents/:documentId',
  summary: 'What is known of a document: name, size, hash, and who sent it',
  thing,
  access: { permission: 'document.read' },
  params: documentParams,
  response: document,
  example: { response: example },
});

export const downloadDocument = operation({
  id: 'downloadDocument',
  method: 'GET',
  path: '/tenants/:tenant/documents/:documentId/content',
  summary: 'The bytes of a document as they were received; that it was read is in the activity log',
  thing,
  access: { permission: 'document.read' },
  params: documentParams,
  produces: 'application/octet-stream',
  example: {},
});
