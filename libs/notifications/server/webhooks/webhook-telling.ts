import { Injectable } from '@nestjs/common';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { enqueue } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';
import { DeliveriesRepository } from '../spreading/deliveries.repository';
import type { AnnouncedNotice } from '../spreading/notices.repository';
import { WebhooksRepository } from './webhooks.repository';

/** Asks for a call to every webhook that wants to know of an announcement. */
@Injectable()
export class WebhookTelling {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly clock: Clock,
  ) {}

  async tell(tx: TenantTransaction, notice: AnnouncedNotice): Promise<void> {
    const now = this.clock.date();
    for (const webhook of await this.webhooks.wanting(tx, notice.kind)) {
      const id = newId();
      const isNew = await this.deliveries.add(
        tx,
        { ...notice, key: `${notice.key}/${webhook.id}` },
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
      if (isNew) await enqueue(tx, 'call-webhook', id, now);
    }
  }
}
