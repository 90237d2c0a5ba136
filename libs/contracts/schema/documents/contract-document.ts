import { id, instant, operation, tenantSlug } from '@plumbline/api/schema';
import { document, documentIds } from '@plumbline/documents/schema';
import * as z from 'zod';
import { exampleSummary } from '../examples';

/** `baa`: the business associate agreement (45 CFR 164.504(e)). */
export const contractDocumentKinds = ['signed', 'schedule', 'baa', 'other'] as const;
export type ContractDocumentKind = (typeof contractDocumentKinds)[number];

const attachment = {
  kind: z.enum(contractDocumentKinds),
  number: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .meta({ description: 'the version it belongs to; null: the contract as a whole' }),
};

export const contractDocument = z.strictObject({
  id,
  ...attachment,
  document,
  shared: z.boolean().meta({ description: 'the vendor’s side sees it too' }),
  attachedBy: z.string(),
  attachedAt: instant,
});
export type ContractDocument = z.output<typeof contractDocument>;

export const newContractDocuments = z.strictObject({
  ...attachment,
  documentIds: documentIds.refine((ids) => ids.length > 0, 'choose a document'),
});
export type NewContractDocuments = z.output<typeof newContractDocuments>;

const thing = 'contracts';
const contractParams = z.strictObject({ tenant: tenantSlug, contractId: id });
const example = {
  id: '019b2f70-5001-7abc-8def-0123456789ab',
  ...{ kind: 'signed', number: 1 },
  document: {
    id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e70',
    ...{ name: 'msa-2026-014-signed.pdf', mediaType: 'application/pdf', bytes: 182_044 },
    sha256: 'f81c3c17f645a9438e14487e906cb888a02dac5c8d8c5750de6b06d550f492e5',
    vendorId: exampleSummary.vendor.id,
    ...{ uploadedBy: 'Ana Ruiz', uploadedBySide: 'insurer', uploadedAt: '2026-03-02T09:30:00Z' },
  },
  shared: true,
  ...{ attachedBy: 'Ana Ruiz', attachedAt: '2026-03-02T09:31:00Z' },
} as const;

export const listContractDocuments = operation({
  id: 'listContractDocuments',
  method: 'GET',
  path: '/tenants/:tenant/contracts/:contractId/documents',
  summary: 'Documents of a contract and its versions; a vendor’s side sees those that are shared with it',
  thing,
  access: { permission: 'contract.read' },
  params: contractParams,
  response: z.strictObject({ items: z.array(contractDocument) }),
  example: { response: { items: [example] } },
});

export const attachContractDocuments = operation({
  id: 'attachContractDocuments',
  method: 'POST',
  path: '/tenants/:tenant/contracts/:contractId/documents',
  summary: 'Attach documents that were sent; those sent for the vendor are shared with it',
  thing,
  access: { permission: 'contract.write' },
  params: contractParams,
  body: newContractDocuments,
  response: z.strictObject({ items: z.array(contractDocument) }),
  status: 201,
  idempotent: true,
  example: {
    request: { kind: 'signed', number: 1, documentIds: [example.document.id] },
    response: { items: [example] },
  },
});

export const detachContractDocument = operation({
  id: 'detachContractDocument',
  method: 'DELETE',
  path: '/tenants/:tenant/contracts/:contractId/documents/:attachmentId',
  summary: 'Take a document off a contract; that it was attached stays on record',
  thing,
  access: { permission: 'contract.write' },
  params: contractParams.extend({ attachmentId: id }),
  status: 204,
  example: {},
});
