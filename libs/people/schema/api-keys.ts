import {
  id,
  instant,
  operation,
  pageOf,
  pageQuery,
  tenantParams,
  tenantSlug,
  text,
  version,
} from '@plumbline/api/schema';
import * as z from 'zod';

const thing = 'api-keys';
const vendor = z.strictObject({ id, name: z.string() }).nullable();

/** A key for a machine; the key itself is shown once, when it is made. */
export const apiKey = z.strictObject({
  id,
  name: z.string(),
  hint: z.string().meta({ description: 'how the key ends, to tell keys apart' }),
  vendor,
  scopes: z.array(z.string()),
  createdBy: z.strictObject({ id, name: z.string() }),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
  version,
});
export type ApiKey = z.output<typeof apiKey>;

export const newApiKey = z.strictObject({
  name: text(80),
  scopes: z
    .array(z.string().max(60))
    .min(1, 'at least one permission')
    .max(40)
    .refine((scopes) => new Set(scopes).size === scopes.length, 'each permission once'),
  vendorId: id.optional().meta({ description: 'the vendor it acts for; needed on the vendor’s side' }),
  expiresInDays: z.int().min(1).max(366),
});

const example = {
  id: '019b2f6e-4444-7000-8000-000000000001',
  name: 'Nightly KPI upload',
  hint: '…x7Qa',
  vendor: { id: '019b2f6e-3333-7000-8000-000000000001', name: 'Lakeside Voice' },
  scopes: ['kpi-file.read', 'kpi-file.upload'],
  createdBy: { id: '019b2f6e-0000-7000-8000-000000000001', name: 'Lee Park' },
  createdAt: '2026-03-02T09:30:00.000Z',
  expiresAt: '2026-09-02T09:30:00.000Z',
  lastUsedAt: null,
  state: 'active',
  version: 1,
} as const;

export const listApiKeys = operation({
  id: 'listApiKeys',
  method: 'GET',
  path: '/tenants/:tenant/api-keys',
  summary: 'Keys for machines, newest first, without the keys themselves',
  thing,
  access: { permission: 'api-key.manage' },
  params: tenantParams,
  query: pageQuery,
  response: pageOf(apiKey),
  example: { response: { items: [example], nextCursor: null } },
});

export const createApiKey = operation({
  id: 'createApiKey',
  method: 'POST',
  path: '/tenants/:tenant/api-keys',
  summary: 'Make a key with permissions that you have yourself; `key` is shown in this answer only',
  thing,
  access: { permission: 'api-key.manage' },
  params: tenantParams,
  body: newApiKey,
  response: apiKey.extend({ key: z.string() }),
  status: 201,
  idempotent: true,
  example: {
    request: {
      name: example.name,
      scopes: [...example.scopes],
      vendorId: example.vendor.id,
      expiresInDays: 184,
    },
    response: { ...example, key: 'plk_0uQ2m9bYv3nR1sT5wX7zA4cE6gI8kM0oP2qS4uWx7Qa' },
  },
});

export const revokeApiKey = operation({
  id: 'revokeApiKey',
  method: 'DELETE',
  path: '/tenants/:tenant/api-keys/:apiKeyId',
  summary: 'Revoke a key: its next call is refused',
  thing,
  access: { permission: 'api-key.manage' },
  params: z.strictObject({ tenant: tenantSlug, apiKeyId: id }),
  status: 204,
  conditional: true,
  example: {},
});
