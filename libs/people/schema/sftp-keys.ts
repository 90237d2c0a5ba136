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

const thing = 'sftp-keys';

/** `automatically`: a file that nothing speaks against is loaded at once; else a person confirms each. */
export const sftpConfirmations = ['automatically', 'by-a-person'] as const;

/** A public key by which a vendor's machine hands in KPI files over SFTP. */
export const sftpKey = z.strictObject({
  id,
  name: z.string(),
  fingerprint: z.string().meta({ description: 'SHA256:…, as `ssh-keygen -l` shows it' }),
  vendor: z.strictObject({ id, name: z.string() }),
  confirm: z.enum(sftpConfirmations),
  createdBy: z.strictObject({ id, name: z.string() }),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  state: z.enum(['active', 'revoked']),
  version,
});
export type SftpKey = z.output<typeof sftpKey>;

export const newSftpKey = z.strictObject({
  name: text(80),
  vendorId: id,
  publicKey: z
    .string()
    .max(4096)
    .meta({ description: 'one line as in id_ed25519.pub: Ed25519, ECDSA, or RSA of 2048 bits and more' }),
  confirm: z.enum(sftpConfirmations).default('by-a-person'),
});

const example = {
  id: '019b2f6e-5555-7000-8000-000000000001',
  name: 'Nightly KPI upload',
  fingerprint: 'SHA256:xcTb/ZL8NmQsvo9k2j/c7dIyp7nvDnswfPZHlzcZwz0',
  vendor: { id: '019b2f6e-3333-7000-8000-000000000001', name: 'Lakeside Voice' },
  confirm: 'by-a-person',
  createdBy: { id: '019b2f6e-0000-7000-8000-000000000001', name: 'Lee Park' },
  createdAt: '2026-03-02T09:30:00.000Z',
  lastUsedAt: null,
  state: 'active',
  version: 1,
} as const;

export const listSftpKeys = operation({
  id: 'listSftpKeys',
  method: 'GET',
  path: '/tenants/:tenant/sftp-keys',
  summary: 'Keys by which machines hand in files over SFTP, newest first',
  thing,
  access: { permission: 'sftp-key.manage' },
  params: tenantParams,
  query: pageQuery,
  response: pageOf(sftpKey),
  example: { response: { items: [example], nextCursor: null } },
});

export const addSftpKey = operation({
  id: 'addSftpKey',
  method: 'POST',
  path: '/tenants/:tenant/sftp-keys',
  summary: 'Add the public key of a vendor’s machine; it may then hand in files of that vendor',
  thing,
  access: { permission: 'sftp-key.manage' },
  params: tenantParams,
  body: newSftpKey,
  response: sftpKey,
  status: 201,
  idempotent: true,
  example: {
    request: {
      name: example.name,
      vendorId: example.vendor.id,
      publicKey:
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJ nightly@lakeside',
      confirm: 'by-a-person',
    },
    response: example,
  },
});

export const revokeSftpKey = operation({
  id: 'revokeSftpKey',
  method: 'DELETE',
  path: '/tenants/:tenant/sftp-keys/:sftpKeyId',
  summary: 'Revoke a key: its next sign-in is refused, and what it has open is cut within seconds',
  thing,
  access: { permission: 'sftp-key.manage' },
  params: z.strictObject({ tenant: tenantSlug, sftpKeyId: id }),
  status: 204,
  conditional: true,
  example: {},
});
