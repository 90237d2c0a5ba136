import { id, instant, operation, pageOf, pageQuery, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';

const thing = 'notifications';
const read = { permission: 'notification.read' };

export const noticeParameters = z
  .record(z.string(), z.union([z.string(), z.number(), z.null()]))
  .meta({ description: 'the facts of its sentence; names ending in At are instants, in On days' });

/** What one person was told: its sentence is said by kind and parameters, in the reader's language. */
export const notification = z.strictObject({
  id,
  kind: z.string(),
  about: z.strictObject({ thing: z.string(), id: z.string() }),
  parameters: noticeParameters,
  path: z.array(z.string()).meta({ description: 'where it is, below the tenant' }),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type Notification = z.output<typeof notification>;

export const unread = z.int().min(0).meta({ description: 'how many of yours you have not read' });

const example = {
  id: '019b2f6e-7777-7000-8000-000000000001',
  kind: 'incident-clock-stage',
  about: { thing: 'incident', id: '019b2f6e-7777-7000-8000-000000000002' },
  parameters: {
    reference: 'INC-2026-014',
    title: 'Lost laptop',
    vendor: 'Lakeside Voice',
    rule: 'Contract, 24 hours',
    stage: 75,
    deadlineAt: '2026-03-03T09:30:00Z',
  },
  path: ['incidents', '019b2f6e-7777-7000-8000-000000000002'],
  createdAt: '2026-03-03T03:30:00.000Z',
  readAt: null,
} as const;

export const listNotifications = operation({
  id: 'listNotifications',
  method: 'GET',
  path: '/tenants/:tenant/notifications',
  summary: 'What you were told here, newest first, and how much of it you have not read',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({
    show: z.enum(['all', 'unread']).default('all'),
  }),
  response: pageOf(notification).extend({ unread }),
  example: { response: { items: [{ ...example, path: [...example.path] }], nextCursor: null, unread: 1 } },
});

export const readNotification = operation({
  id: 'readNotification',
  method: 'POST',
  path: '/tenants/:tenant/notifications/:notificationId/reading',
  summary: 'Say that you have read one of yours; saying it again changes nothing',
  thing,
  access: read,
  params: z.strictObject({ tenant: tenantSlug, notificationId: id }),
  response: z.strictObject({ unread }),
  example: { response: { unread: 0 } },
});

export const readNotifications = operation({
  id: 'readNotifications',
  method: 'POST',
  path: '/tenants/:tenant/notification-readings',
  summary: 'Say that you have read all of yours up to the one you saw last; what came since stays unread',
  thing,
  access: read,
  params: tenantParams,
  body: z.strictObject({ upTo: id }),
  response: z.strictObject({ unread }),
  example: { request: { upTo: example.id }, response: { unread: 0 } },
});

export const watchNotifications = operation({
  id: 'watchNotifications',
  method: 'GET',
  path: '/tenants/:tenant/notification-events',
  summary: 'Server-sent events: each says how many of your notifications are unread, and which is the newest',
  thing,
  access: read,
  params: tenantParams,
  response: z.strictObject({ unread, newest: notification.nullable() }),
  produces: 'text/event-stream',
  example: { response: { unread: 1, newest: { ...example, path: [...example.path] } } },
});
