import { Injectable } from '@nestjs/common';
import type { SweepSource } from '@plumbline/platform/jobs';

const AT_ONCE = 500;

/** Deliveries to webhooks whose next attempt is due, and those that somebody died over. */
@Injectable()
export class WebhooksSweep implements SweepSource {
  readonly topic = 'call-webhook' as const;

  async waiting(client: Parameters<SweepSource['waiting']>[0], now: Date) {
    const { rows } = await client.query<{ tenant_id: string; id: string }>(
      `select tenant_id, id from notification_delivery
       where state = 'waiting' and channel in ('webhook', 'chat') and due_at <= $1
         and (claimed_until is null or claimed_until <= $1) order by due_at limit $2`,
      [now, AT_ONCE],
    );
    return rows.map((row) => ({ tenantId: row.tenant_id, rowId: row.id }));
  }
}
