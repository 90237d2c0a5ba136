import { id, instant, operation, pageOf, pageQuery, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { noticeParameters } from './notification';

const thing = 'notifications';
const read = { permission: 'delivery.read' };

export const channels = ['page', 'mail', 'webhook', 'chat'] as const;
export const deliveryStates = ['waiting', 'posted', 'sent', 'given-up', 'muted'] as const;
export type Channel = (typeof channels)[number];
export type DeliveryState = (typeof deliveryStates)[number];

/** One way one recipient was told. What was said is not in it: only of what kind it was, and about what. */
export const delivery = z.strictObject({
  id,
  kind: z.string(),
  about: z.strictObject({ thing: z.string(), id: z.string() }),
  parameters: noticeParameters,
  path: z.array(z.string()),
  channel: z.enum(channels),
  recipient: z.string(),
  address: z.string().meta({ description: 'an e-mail address, or the host that was called' }),
  webhookId: id.nullable(),
  rhythm: z.enum(['at-once', 'daily', 'weekly']),
  state: z.enum(deliveryStates),
  attempts: z.int().min(0),
  createdAt: instant,
  dueAt: instant.nullable().meta({ description: 'of one that waits: when it is tried next' }),
  settledAt: instant.nullable(),
});
export type Delivery = z.output<typeof delivery>;

export const deliveryAttempt = z.strictObject({
  number: z.int().min(1),
  at: instant,
  outcome: z.enum(['taken', 'refused', 'failed']),
  status: z.int().nullable(),
  latencyMs: z.int().nullable(),
  answer: z.string().nullable().meta({ description: 'the first bytes of the answer, or why there was none' }),
});
export type DeliveryAttempt = z.output<typeof deliveryAttempt>;

export const exampleDelivery = {
  id: '019b2f6e-8888-7000-8000-000000000001',
  kind: 'incident-late',
  about: { thing: 'incident', id: '019b2f6e-7777-7000-8000-000000000002' },
  parameters: { reference: 'INC-2026-014', title: 'Lost laptop', vendor: 'Lakeside Voice' },
  path: ['incidents', '019b2f6e-7777-7000-8000-000000000002'],
  channel: 'webhook',
  recipient: 'SIEM',
  address: 'hooks.northfield.example',
  webhookId: '019b2f6e-9999-7000-8000-000000000001',
  rhythm: 'at-once',
  state: 'sent',
  attempts: 1,
  createdAt: '2026-03-03T09:30:00.000Z',
  dueAt: null,
  settledAt: '2026-03-03T09:30:01.000Z',
} satisfies Delivery;

export const listDeliveries = operation({
  id: 'listDeliveries',
  method: 'GET',
  path: '/tenants/:tenant/deliveries',
  summary: 'Who was told what, when and by which channel, newest first',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({
    channel: z.enum(channels).optional(),
    state: z.enum(deliveryStates).optional(),
    webhookId: id.optional(),
    aboutId: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'the id of what it is about, such as an incident' }),
  }),
  response: pageOf(delivery),
  example: { response: { items: [exampleDelivery], nextCursor: null } },
});

export const viewDelivery = operation({
  id: 'viewDelivery',
  method: 'GET',
  path: '/tenants/:tenant/deliveries/:deliveryId',
  summary: 'One delivery, with every attempt',
  thing,
  access: read,
  params: z.strictObject({ tenant: tenantSlug, deliveryId: id }),
  response: delivery.extend({ tries: z.array(deliveryAttempt) }),
  example: {
    response: {
      ...exampleDelivery,
      tries: [
        {
          number: 1,
          at: '2026-03-03T09:30:01.000Z',
          outcome: 'taken',
          status: 200,
          latencyMs: 84,
          answer: 'ok',
        },
      ],
    },
  },
});
