import { Injectable } from '@nestjs/common';
import { Door } from '@plumbline/platform/database';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { Notifications } from '@plumbline/platform/notifications';
import { Clock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { type Attempt, type HookDelivery, HookDeliveriesRepository } from './hook-deliveries.repository';
import type { CallResult } from './outgoing-calls';
import { OutsideOfWebhooks } from './outside-of-webhooks';
import { nextAttempt } from './retry-schedule';
import type { WebhookMessage } from './webhook-message';
import { type WebhookRow, WebhooksRepository } from './webhooks.repository';

const GONE = 410;

interface Errand {
  readonly delivery: HookDelivery;
  readonly webhook: WebhookRow;
  readonly address: string;
  readonly message: WebhookMessage;
}

/**
 * Sends one delivery to a webhook: claims it, calls outside of any transaction, notes what came of it. Who dies between the call
 * and the note lets the claim run out, and the same message goes out again under the same id.
 */
@Injectable()
export class CallWebhookProcessor implements JobProcessor {
  readonly topic = 'call-webhook' as const;
  readonly concurrency = 8;

  constructor(
    private readonly door: Door,
    private readonly deliveries: HookDeliveriesRepository,
    private readonly webhooks: WebhooksRepository,
    private readonly notifications: Notifications,
    private readonly outside: OutsideOfWebhooks,
    private readonly clock: Clock,
  ) {}

  async process(tenant: Tenant, deliveryId: string): Promise<void> {
    const actor = workerActor(tenant, this.topic);
    const errand = await this.door.withTenant(actor, async (tx): Promise<Errand | null> => {
      const delivery = await this.deliveries.claim(tx, deliveryId);
      if (!delivery) return null;
      const webhook = await this.webhooks.find(tx, delivery.endpointId);
      if (!webhook?.enabled) {
        await this.deliveries.drop(tx, delivery.endpointId);
        return null;
      }
      const secrets = await this.webhooks.secrets(tx, this.clock.date(), webhook.id);
      return {
        delivery,
        webhook,
        ...this.outside.prepare(tenant, delivery, webhook, secrets, this.clock.date()),
      };
    });
    if (!errand) return;
    const started = this.clock.date();
    const result = await this.outside.calls.post(errand.address, errand.message.headers, errand.message.body);
    const attempt = attemptOf(result, started, this.clock.date());
    await this.door.withTenant(actor, async (tx) => {
      const { delivery, webhook } = errand;
      const again =
        attempt.outcome === 'taken' || attempt.status === GONE
          ? null
          : nextAttempt(delivery.round + 1, attempt.at);
      const state = attempt.outcome === 'taken' ? 'sent' : again ? 'waiting' : 'given-up';
      const noted = await this.deliveries.note(tx, delivery, attempt, { state, dueAt: again });
      if (!noted || state !== 'given-up') return;
      // once a webhook and day: a receiver that is down fails every delivery
      await this.notifications.announce(
        tx,
        {
          kind: 'webhook-given-up',
          about: { thing: 'webhook', id: webhook.id },
          vendorId: null,
          parameters: { name: webhook.name, host: webhook.host },
          path: ['notifications', 'webhooks', webhook.id],
          key: `webhook-given-up/${webhook.id}/${attempt.at.toISOString().slice(0, 10)}`,
        },
        { roles: ['administrator'] },
      );
    });
  }
}

function attemptOf(result: CallResult, started: Date, at: Date): Attempt {
  const latencyMs = at.getTime() - started.getTime();
  if (result.kind !== 'answered')
    return { at, outcome: result.kind, status: null, latencyMs, answer: result.reason };
  const taken = result.status >= 200 && result.status < 300;
  return { at, outcome: taken ? 'taken' : 'failed', status: result.status, latencyMs, answer: result.answer };
}
