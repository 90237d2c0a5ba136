import {
  id,
  numberInPath,
  operation,
  pageOf,
  pageQuery,
  tenantParams,
  tenantSlug,
  text,
} from '@plumbline/api/schema';
import * as z from 'zod';
import {
  contract,
  contractChange,
  contractCopies,
  contractSummary,
  contractVersion,
  copiedContracts,
  newContract,
  newContractVersion,
} from './contract';
import { exampleContract, exampleSummary, exampleTerms, exampleVersion } from './examples';
import { terms } from './terms';

const thing = 'contracts';
const read = { permission: 'contract.read' };
const write = { permission: 'contract.write' };
const contractParams = z.strictObject({ tenant: tenantSlug, contractId: id });
const versionParams = contractParams.extend({ number: numberInPath });

export const listContracts = operation({
  id: 'listContracts',
  method: 'GET',
  path: '/tenants/:tenant/contracts',
  summary: 'Contracts by reference; a vendor’s own user sees its own',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({
    vendorId: id.optional(),
    search: text(100).optional().meta({ description: 'part of a reference, title or vendor name' }),
  }),
  response: pageOf(contractSummary),
  example: { response: { items: [exampleSummary], nextCursor: null } },
});

export const createContract = operation({
  id: 'createContract',
  method: 'POST',
  path: '/tenants/:tenant/contracts',
  summary: 'Enter a contract with the draft of its first version',
  thing,
  access: write,
  params: tenantParams,
  body: newContract,
  response: contract,
  status: 201,
  idempotent: true,
  example: {
    request: {
      vendorId: exampleSummary.vendor.id,
      reference: exampleSummary.reference,
      title: exampleSummary.title,
      terms: exampleTerms,
    },
    response: exampleContract,
  },
});

export const viewContract = operation({
  id: 'viewContract',
  method: 'GET',
  path: '/tenants/:tenant/contracts/:contractId',
  summary: 'One contract and its versions',
  thing,
  access: read,
  params: contractParams,
  response: contract,
  example: { response: exampleContract },
});

export const changeContract = operation({
  id: 'changeContract',
  method: 'PATCH',
  path: '/tenants/:tenant/contracts/:contractId',
  summary: 'Give a contract another title or owner; its terms change by versions only',
  thing,
  access: write,
  params: contractParams,
  body: contractChange,
  response: contract,
  conditional: true,
  example: {
    request: { title: 'Member services, voice and chat' },
    response: { ...exampleContract, title: 'Member services, voice and chat', version: 2 },
  },
});

export const draftContractVersion = operation({
  id: 'draftContractVersion',
  method: 'POST',
  path: '/tenants/:tenant/contracts/:contractId/versions',
  summary: 'Draft an amendment: the newest terms, to be changed and activated from a date',
  thing,
  access: write,
  params: contractParams,
  body: newContractVersion,
  response: contractVersion,
  status: 201,
  idempotent: true,
  example: {
    request: { effectiveFrom: '2026-07-01' },
    response: { ...exampleVersion, number: 2, effectiveFrom: '2026-07-01', version: 1 },
  },
});

export const viewContractVersion = operation({
  id: 'viewContractVersion',
  method: 'GET',
  path: '/tenants/:tenant/contracts/:contractId/versions/:number',
  summary: 'The terms of one version, what they lack, and what activating them would do',
  thing,
  access: read,
  params: versionParams,
  response: contractVersion,
  example: { response: exampleVersion },
});

export const changeContractDraft = operation({
  id: 'changeContractDraft',
  method: 'PUT',
  path: '/tenants/:tenant/contracts/:contractId/versions/:number',
  summary: 'Replace the terms of a draft, whole; an active version never changes',
  thing,
  access: write,
  params: versionParams,
  body: terms,
  response: contractVersion,
  conditional: true,
  example: { request: exampleTerms, response: { ...exampleVersion, version: 3 } },
});

export const activateContractVersion = operation({
  id: 'activateContractVersion',
  method: 'POST',
  path: '/tenants/:tenant/contracts/:contractId/versions/:number/activation',
  summary: 'Put a draft into force; the version before ends on its first day',
  thing,
  access: write,
  params: versionParams,
  response: contractVersion,
  conditional: true,
  example: {
    response: {
      ...exampleVersion,
      state: 'active',
      activation: null,
      activatedAt: '2025-12-20T16:00:00Z',
      version: 3,
    },
  },
});

export const downloadKpiFileTemplate = operation({
  id: 'downloadKpiFileTemplate',
  method: 'GET',
  path: '/tenants/:tenant/kpi-file-templates',
  summary:
    'An empty KPI file for a vendor: exactly the columns that its SLAs need, in force or to come, which are recognized when it comes back; of counts, or of cases that the counts are made from',
  thing,
  access: { permission: 'kpi-file.upload' },
  params: tenantParams,
  query: z.strictObject({
    vendorId: id,
    format: z.enum(['csv', 'xlsx']).default('xlsx'),
    holds: z.enum(['counts', 'cases']).default('counts').meta({
      description: 'what a row is: the counts of a day, or a case with its number and dates',
    }),
  }),
  produces: 'application/octet-stream',
  example: { response: 'day,queue,offered,answered\r\n2026-05-01,claims,100,95\r\n' },
});

export const copyContract = operation({
  id: 'copyContract',
  method: 'POST',
  path: '/tenants/:tenant/contracts/:contractId/copies',
  summary: 'Take the active terms over to other vendors, entering those that are missing, all at once',
  thing,
  access: write,
  params: contractParams,
  body: contractCopies,
  response: copiedContracts,
  status: 201,
  idempotent: true,
  example: {
    request: {
      create: [{ code: '111AA1', name: 'North East England' }],
      match: [{ code: '111AA2', vendorId: exampleSummary.vendor.id }],
      kpiFileId: '019b2f71-0001-7abc-8def-0123456789ab',
    },
    response: {
      items: [
        {
          vendor: { id: '019b2f71-3b1c-7a55-9d10-2c4f6a8b0e12', code: '111AA1', name: 'North East England' },
          code: '111AA1',
          created: true,
          contract: { id: '019b2f71-3b1c-7a55-9d10-2c4f6a8b0e13', reference: 'MSA-2026-014/111AA1' },
        },
        { vendor: exampleSummary.vendor, code: '111AA2', created: false, contract: null },
      ],
    },
  },
});
