import { Inject, Injectable } from '@nestjs/common';
import { PublicUrl, Seal } from '@plumbline/platform/identity';
import type { Tenant } from '@plumbline/platform/tenancy';
import type { HookDelivery } from './hook-deliveries.repository';
import { OutgoingCalls } from './outgoing-calls';
import { chatMessage, standardMessage, type Told, type WebhookMessage } from './webhook-message';
import type { WebhookRow } from './webhooks.repository';

/** What a call to a webhook needs beside the database: the secrets opened, the message made, the way out. */
@Injectable()
export class OutsideOfWebhooks {
  constructor(
    @Inject(OutgoingCalls) readonly calls: OutgoingCalls,
    private readonly seal: Seal,
    private readonly publicUrl: PublicUrl,
  ) {}

  prepare(
    tenant: Tenant,
    delivery: HookDelivery,
    webhook: WebhookRow,
    secrets: readonly { readonly id: string; readonly secretSealed: Buffer }[],
    now: Date,
  ): { address: string; message: WebhookMessage } {
    const told: Told = {
      ...{ id: delivery.id, kind: delivery.kind, createdAt: delivery.createdAt, tenant },
      about: { thing: delivery.aboutThing, id: delivery.aboutId },
      ...{ vendorId: delivery.vendorId, parameters: delivery.parameters },
      link: this.publicUrl.link('t', tenant.slug, ...delivery.path),
    };
    const address =
      webhook.url ??
      (webhook.urlSealed ? this.seal.open('chat-hook-url', webhook.id, webhook.urlSealed) : '');
    if (webhook.format !== 'standard')
      return { address, message: chatMessage(told, webhook.format, webhook.language) };
    const opened = secrets.map(({ id, secretSealed }) => this.seal.open('webhook-secret', id, secretSealed));
    return { address, message: standardMessage(told, opened, now) };
  }
}
