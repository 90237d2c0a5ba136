import { Injectable } from '@nestjs/common';
import { Door } from '../database/door';
import { Clock } from '../tenancy';
import { Queues } from './queues';
import { topics, type Topic } from './topics';

const BATCH = 500;

interface OutboxRow {
  tenant_id: string;
  month: string;
  id: string;
  topic: string;
  row_id: string;
}

/**
 * Hands outbox rows to the queues. The rows stay locked until the queue has them, so two relays share the work, and a
 * relay that dies in between hands the same rows over again under the same job ids.
 */
@Injectable()
export class Relay {
  constructor(
    private readonly door: Door,
    private readonly queues: Queues,
    private readonly clock: Clock,
  ) {}

  /** Relays one batch; answers how many rows it moved (0: nothing waits). */
  relayOnce(): Promise<number> {
    return this.door.withRole('relay', async (client) => {
      const { rows } = await client.query<OutboxRow>(
        `select tenant_id, month::text, id, topic, row_id from outbox where sent_at is null
         order by created_at limit $1 for update skip locked`,
        [BATCH],
      );
      for (const topic of topics) await this.queues.add(topic, jobsOf(rows, topic));
      await client.query(
        `update outbox set sent_at = $1 from unnest($2::uuid[], $3::date[], $4::uuid[]) as sent (tenant_id, month, id)
         where outbox.tenant_id = sent.tenant_id and outbox.month = sent.month and outbox.id = sent.id`,
        [
          this.clock.date(),
          rows.map((row) => row.tenant_id),
          rows.map((row) => row.month),
          rows.map((row) => row.id),
        ],
      );
      return rows.length;
    });
  }
}

function jobsOf(rows: readonly OutboxRow[], topic: Topic) {
  return rows
    .filter((row) => row.topic === topic)
    .map((row) => ({ payload: { tenantId: row.tenant_id, rowId: row.row_id }, jobId: row.id }));
}
