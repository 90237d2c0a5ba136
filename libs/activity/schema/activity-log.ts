import {
  id,
  instant,
  localDate,
  operation,
  pageOf,
  pageQuery,
  tenantParams,
  text,
} from '@plumbline/api/schema';
import * as z from 'zod';

const thing = 'activity-log';
const read = { permission: 'activity-log.read' };

/** One line: who did what to which thing. Names are null once a person's data was erased; the line stays. */
export const activityLine = z.strictObject({
  sequence: z.int().min(1),
  at: instant,
  actor: z.strictObject({
    kind: z.enum(['person', 'api-key', 'sftp-key', 'worker']),
    id: z.string(),
    name: z.string().nullable(),
  }),
  vendor: z.strictObject({ id, name: z.string() }).nullable(),
  action: z.string(),
  thing: z.string(),
  thingId: z.string(),
  detail: z.record(z.string(), z.unknown()),
  personal: z.record(z.string(), z.string().nullable()).meta({
    description: 'further fields that name a person, such as the address invited; null when erased',
  }),
});
export type ActivityLine = z.output<typeof activityLine>;

const checkpoint = z.strictObject({
  tenantId: id,
  sequence: z.int().min(0),
  hash: z.string(),
  at: instant,
  signature: z.string(),
});

const example = {
  sequence: 412,
  at: '2026-03-02T09:30:00.000Z',
  actor: { kind: 'person', id: '019b2f6e-0000-7000-8000-000000000001', name: 'Ana Ruiz' },
  vendor: { id: '019b2f6e-3333-7000-8000-000000000001', name: 'Lakeside Voice' },
  action: 'person-invited',
  thing: 'invitation',
  thingId: '019b2f6e-2222-7000-8000-000000000001',
  detail: { role: 'vendor_contributor' },
  personal: { email: 'lee@lakeside.example' },
} as const;

const exampleCheckpoint = {
  tenantId: '019b2f6e-5555-7000-8000-000000000001',
  sequence: 412,
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  at: '2026-03-02T09:30:00.000Z',
  signature: 'c2lnbmF0dXJl',
} as const;

export const listActivity = operation({
  id: 'listActivity',
  method: 'GET',
  path: '/tenants/:tenant/activity-log',
  summary: 'Who did what, newest first',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({
    action: text(80).optional(),
    thing: text(80).optional(),
    thingId: text(200).optional(),
    actorId: text(80).optional(),
    vendorId: id.optional(),
    from: localDate.optional().meta({ description: 'first day, in the tenant’s zone' }),
    to: localDate.optional().meta({ description: 'last day, in the tenant’s zone' }),
  }),
  response: pageOf(activityLine),
  example: { response: { items: [example], nextCursor: null } },
});

export const viewCheckpoint = operation({
  id: 'viewCheckpoint',
  method: 'GET',
  path: '/tenants/:tenant/activity-log/checkpoint',
  summary: 'Where the log stands now, signed, with the key to check it by: keep both elsewhere',
  thing,
  access: read,
  params: tenantParams,
  response: z.strictObject({
    checkpoint,
    algorithm: z.literal('Ed25519'),
    publicKey: z.string().meta({ description: 'PEM (SubjectPublicKeyInfo)' }),
  }),
  example: {
    response: {
      checkpoint: exampleCheckpoint,
      algorithm: 'Ed25519',
      publicKey: '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA…\n-----END PUBLIC KEY-----\n',
    },
  },
});

export const exportActivity = operation({
  id: 'exportActivity',
  method: 'GET',
  path: '/tenants/:tenant/activity-log/export',
  summary:
    'The whole chain as NDJSON, ending with a signed checkpoint; `npm run verify-log` checks it offline',
  thing,
  access: read,
  params: tenantParams,
  query: z.strictObject({
    from: z.coerce.number().int().min(1).default(1).meta({ description: 'first sequence number' }),
  }),
  produces: 'application/x-ndjson',
  example: {
    response: '{"sequence":1,"action":"membership-began","hash":"…"}\n{"checkpoint":{"sequence":1}}\n',
  },
});
