import { id, languages, numberInPath, operation, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { contractVersion } from '../contract';
import { exampleVersion } from '../examples';
import { newSlaPack, slaPack, slaPackChange } from './sla-pack';
import { schedule, schedulePreview } from './sla-schedule';

const thing = 'contracts';
// packs and drafts are the insurer's: who may write contracts may read what they are written from
const write = { permission: 'contract.write' };
const draftParams = z.strictObject({
  tenant: tenantSlug,
  contractId: id,
  number: numberInPath,
});

const exampleLevel = {
  metric: 'service_level',
  name: 'Service level',
  target: { comparator: '>=', value: '0.80' },
  segment: { lineOfBusiness: null, channel: null, queue: null, language: null },
  window: 'month',
  minimumSample: 0,
  weight: '20',
};
const examplePack = {
  key: '019b2f71-0001-7e55-8d01-99aa00bb0301',
  name: 'Voice partners 2026',
  about: '',
  shipped: false,
  copyOf: 'contact-centre',
  levels: [exampleLevel],
  changedAt: '2026-01-05T15:00:00Z',
  changedBy: 'Maya Ortiz',
  version: 1,
};
const [exampleSla] = exampleVersion.slas;
const { id: _id, metric: _metric, ...before } = exampleSla ?? { id: '', metric: {} };
const examplePreview = {
  rows: [
    {
      change: 'changed',
      metric: {
        ...{ id: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c01', code: 'service_level' },
        ...{ name: 'Service level', unit: 'ratio' },
      },
      line: 2,
      before,
      after: { ...before, target: { comparator: '>=', value: '0.85' } },
    },
  ],
  problems: [],
  weightsTotal: '100',
};

export const listSlaPacks = operation({
  id: 'listSlaPacks',
  method: 'GET',
  path: '/tenants/:tenant/sla-packs',
  summary: 'Packs of SLAs: those that ship, in the language asked for, and the tenant’s own',
  thing,
  access: write,
  params: tenantParams,
  query: z.strictObject({ language: z.enum(languages).default('en') }),
  response: z.strictObject({ items: z.array(slaPack) }),
  example: { response: { items: [examplePack] } },
});

export const createSlaPack = operation({
  id: 'createSlaPack',
  method: 'POST',
  path: '/tenants/:tenant/sla-packs',
  summary: 'Copy a pack that ships, or make one of SLAs of one’s own',
  thing,
  access: write,
  params: tenantParams,
  body: newSlaPack,
  response: slaPack,
  status: 201,
  idempotent: true,
  example: { request: { name: examplePack.name, copyOf: 'contact-centre' }, response: examplePack },
});

export const changeSlaPack = operation({
  id: 'changeSlaPack',
  method: 'PUT',
  path: '/tenants/:tenant/sla-packs/:slaPackId',
  summary: 'Replace a pack of the tenant’s own; contracts that took it over stay as they are',
  thing,
  access: write,
  params: z.strictObject({ tenant: tenantSlug, slaPackId: id }),
  body: slaPackChange,
  response: slaPack,
  conditional: true,
  example: {
    request: { name: examplePack.name, levels: [exampleLevel] },
    response: { ...examplePack, version: 2 },
  },
});

export const retireSlaPack = operation({
  id: 'retireSlaPack',
  method: 'DELETE',
  path: '/tenants/:tenant/sla-packs/:slaPackId',
  summary: 'Retire a pack of the tenant’s own: no draft is filled from it any more, its name is free again',
  thing,
  access: write,
  params: z.strictObject({ tenant: tenantSlug, slaPackId: id }),
  status: 204,
  conditional: true,
  example: {},
});

export const previewSlaSchedule = operation({
  id: 'previewSlaSchedule',
  method: 'POST',
  path: '/tenants/:tenant/contracts/:contractId/versions/:number/sla-schedule/preview',
  summary:
    'What a pack, a file (CSV or XLSX) or another contract would add to or change in a draft; nothing is saved',
  thing,
  access: write,
  params: draftParams,
  body: schedule,
  response: schedulePreview,
  example: { request: { source: { pack: 'contact-centre' }, mode: 'merge' }, response: examplePreview },
});

export const applySlaSchedule = operation({
  id: 'applySlaSchedule',
  method: 'PUT',
  path: '/tenants/:tenant/contracts/:contractId/versions/:number/sla-schedule',
  summary: 'Take a pack, a file (CSV or XLSX) or another contract’s SLAs into a draft: all of it, or nothing',
  thing,
  access: write,
  params: draftParams,
  body: schedule,
  response: contractVersion,
  conditional: true,
  example: { request: { source: { pack: 'contact-centre' }, mode: 'merge' }, response: exampleVersion },
});

export const downloadSlaSchedule = operation({
  id: 'downloadSlaSchedule',
  method: 'GET',
  path: '/tenants/:tenant/contracts/:contractId/versions/:number/sla-schedule',
  summary:
    'The SLAs of a version as CSV or XLSX, to be changed and sent back; of a version without any, an empty template',
  thing,
  access: write,
  params: draftParams,
  query: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') }),
  produces: 'application/octet-stream',
  example: { response: 'name,metric,clause,comparator,target\r\nService level,service_level,4.1,>=,80%\r\n' },
});
