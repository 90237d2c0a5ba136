import { Injectable } from '@nestjs/common';
import type { Delivery } from '@plumbline/notifications/schema';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { enqueue } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';
import { DeliveriesService } from '../log/deliveries.service';
import { DeliveriesRepository } from '../spreading/deliveries.repository';
import { HookDeliveriesRepository } from './hook-deliveries.repository';
import type { WebhookRow } from './webhooks.repository';

/** What people ask of a webhook by hand: something to try it out, a delivery again. The worker calls it. */
@Injectable()
export class WebhookErrands {
  constructor(
    private readonly log: DeliveriesService,
    private readonly deliveries: DeliveriesRepository,
    private readonly hooks: HookDeliveriesRepository,
    private readonly clock: Clock,
  ) {}

  async tryOut(tx: TenantTransaction, webhook: WebhookRow): Promise<Delivery> {
    const id = newId();
    const now = this.clock.date();
    await this.deliveries.add(
      tx,
      {
        ...{
          key: `webhook-test/${id}`,
          kind: 'webhook-test',
          vendorId: null,
          aboutThing: 'webhook',
          aboutId: webhook.id,
        },
        ...{ parameters: { name: webhook.name }, path: ['notifications', 'webhooks', webhook.id] },
      },
      {
        ...{
          id,
          channel: webhook.format === 'standard' ? ('webhook' as const) : ('chat' as const),
          personId: null,
        },
        ...{
          endpointId: webhook.id,
          recipient: webhook.name,
          address: webhook.host,
          language: webhook.language,
        },
        ...{ rhythm: 'at-once' as const, state: 'waiting' as const, dueAt: now },
      },
    );
    await enqueue(tx, 'call-webhook', id, now);
    return this.log.find(tx, id);
  }

  async again(tx: TenantTransaction, deliveryId: string): Promise<Delivery> {
    await this.hooks.reopen(tx, deliveryId);
    await enqueue(tx, 'call-webhook', deliveryId, this.clock.date());
    return this.log.find(tx, deliveryId);
  }

  find(tx: TenantTransaction, deliveryId: string): Promise<Delivery> {
    return this.log.find(tx, deliveryId);
  }

  drop(tx: TenantTransaction, webhookId: string): Promise<void> {
    return this.hooks.drop(tx, webhookId);
  }
}
