import {
  id,
  instant,
  languages,
  operation,
  tenantParams,
  tenantSlug,
  text,
  version,
} from '@plumbline/api/schema';
import * as z from 'zod';
import { delivery, exampleDelivery } from './deliveries';

const thing = 'webhooks';
const manage = { permission: 'webhook.manage' };

/** `standard`: signed by Standard Webhooks; the others are incoming webhooks of a chat. */
export const webhookFormats = ['standard', 'slack', 'teams'] as const;
export type WebhookFormat = (typeof webhookFormats)[number];

/** Where chats receive: no other host is called in their name. A leading dot stands for any name before it. */
export const chatHosts: Readonly<Record<Exclude<WebhookFormat, 'standard'>, readonly string[]>> = {
  slack: ['hooks.slack.com', 'hooks.slack-gov.com'],
  teams: ['.webhook.office.com', '.logic.azure.com', '.powerplatform.com'],
};

const address = z
  .string()
  .max(2000)
  .refine(isSecureAddress, 'an address that begins with https:// and holds no user name or password');

function isSecureAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && hostname !== '';
}

export const webhook = z.strictObject({
  id,
  name: z.string(),
  format: z.enum(webhookFormats),
  host: z.string(),
  url: z.string().nullable().meta({ description: 'null for a chat: its address is a secret' }),
  language: z.enum(languages).meta({ description: 'of the sentences that a chat is sent' }),
  kinds: z.array(z.string()).meta({ description: 'which kinds of notice it is sent; none: all of them' }),
  enabled: z.boolean(),
  secrets: z.array(
    z.strictObject({
      hint: z.string(),
      createdAt: instant,
      until: instant.nullable().meta({ description: 'signs no more from then on; null: the current one' }),
    }),
  ),
  createdAt: instant,
  version,
});
export type Webhook = z.output<typeof webhook>;

const fields = {
  name: text(80),
  language: z.enum(languages).default('en'),
  kinds: z.array(z.string().max(80)).max(200).default([]),
};
export const newWebhook = z
  .strictObject({ ...fields, format: z.enum(webhookFormats), url: address })
  .superRefine(({ format, url }, context) => {
    if (format === 'standard' || !URL.canParse(url)) return;
    const { hostname } = new URL(url);
    if (
      chatHosts[format].some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host))
    )
      return;
    context.addIssue({
      code: 'custom',
      path: ['url'],
      message: `an address at ${chatHosts[format].join(', ')}`,
    });
  });

const secret = z.string().meta({ description: 'whsec_…, shown this once' });
const webhookParams = z.strictObject({ tenant: tenantSlug, webhookId: id });

const example = {
  id: '019b2f6e-9999-7000-8000-000000000001',
  name: 'SIEM',
  format: 'standard',
  host: 'hooks.northfield.example',
  url: 'https://hooks.northfield.example/plumbline',
  language: 'en',
  kinds: [],
  enabled: true,
  secrets: [{ hint: '…Xk9Q', createdAt: '2026-03-02T09:30:00.000Z', until: null }],
  createdAt: '2026-03-02T09:30:00.000Z',
  version: 1,
} satisfies Webhook;
const exampleSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

export const listWebhooks = operation({
  id: 'listWebhooks',
  method: 'GET',
  path: '/tenants/:tenant/webhooks',
  summary: 'Webhooks and chat hooks of the tenant',
  thing,
  access: manage,
  params: tenantParams,
  response: z.strictObject({ items: z.array(webhook) }),
  example: { response: { items: [example] } },
});

export const viewWebhook = operation({
  id: 'viewWebhook',
  method: 'GET',
  path: '/tenants/:tenant/webhooks/:webhookId',
  summary: 'One webhook',
  thing,
  access: manage,
  params: webhookParams,
  response: webhook,
  example: { response: example },
});

export const addWebhook = operation({
  id: 'addWebhook',
  method: 'POST',
  path: '/tenants/:tenant/webhooks',
  summary: 'Add a webhook; its first secret is shown once',
  thing,
  access: manage,
  params: tenantParams,
  body: newWebhook,
  response: webhook.extend({
    secret: secret.nullable().meta({ description: 'null for a chat, which checks none' }),
  }),
  status: 201,
  idempotent: true,
  example: {
    request: { name: example.name, format: example.format, url: example.url, language: 'en', kinds: [] },
    response: { ...example, secret: exampleSecret },
  },
});

export const changeWebhook = operation({
  id: 'changeWebhook',
  method: 'PATCH',
  path: '/tenants/:tenant/webhooks/:webhookId',
  summary:
    'Change its name, kinds or language, or stop and resume it; what waits while it is stopped is given up',
  thing,
  access: manage,
  params: webhookParams,
  body: z.strictObject({ ...fields, enabled: z.boolean() }),
  response: webhook,
  conditional: true,
  example: {
    request: { name: 'SIEM', language: 'en', kinds: ['incident-late'], enabled: true },
    response: { ...example, kinds: ['incident-late'], version: 2 },
  },
});

export const rotateWebhookSecret = operation({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/tenants/:tenant/webhooks/:webhookId/secrets',
  summary: 'Make another secret, shown once; the one before signs beside it for 24 hours',
  thing,
  access: manage,
  params: webhookParams,
  response: webhook.extend({ secret }),
  status: 201,
  example: { response: { ...example, secret: exampleSecret } },
});

export const removeWebhook = operation({
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/tenants/:tenant/webhooks/:webhookId',
  summary: 'Remove a webhook; what was delivered to it stays in the log',
  thing,
  access: manage,
  params: webhookParams,
  status: 204,
  conditional: true,
  example: {},
});

export const testWebhook = operation({
  id: 'testWebhook',
  method: 'POST',
  path: '/tenants/:tenant/webhooks/:webhookId/test',
  summary: 'Send something to try it out; the delivery says what came of it',
  thing,
  access: manage,
  params: webhookParams,
  response: delivery,
  status: 201,
  example: { response: { ...exampleDelivery, kind: 'webhook-test', state: 'waiting', attempts: 0 } },
});

export const replayDelivery = operation({
  id: 'replayDelivery',
  method: 'POST',
  path: '/tenants/:tenant/deliveries/:deliveryId/replay',
  summary: 'Send a delivery to a webhook again, under the same webhook-id, so that its receiver can tell',
  thing,
  access: manage,
  params: z.strictObject({ tenant: tenantSlug, deliveryId: id }),
  response: delivery,
  example: { response: { ...exampleDelivery, state: 'waiting', attempts: 1 } },
});
