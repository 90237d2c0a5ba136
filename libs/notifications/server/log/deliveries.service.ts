import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type {
  Delivery,
  DeliveryAttempt,
  listDeliveries,
  NoticeParameters,
} from '@plumbline/notifications/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';

interface DeliveryRow extends Omit<Delivery, 'about' | 'createdAt' | 'dueAt' | 'settledAt' | 'parameters'> {
  readonly aboutThing: string;
  readonly aboutId: string;
  readonly parameters: NoticeParameters;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly settledAt: Date | null;
}

const ROW = `id, kind, about_thing as "aboutThing", about_id as "aboutId", parameters, path, channel, recipient, address,
  endpoint_id as "webhookId", rhythm, state, attempts, created_at as "createdAt",
  case state when 'waiting' then due_at end as "dueAt", settled_at as "settledAt"`;

/** The log of deliveries: who was told what, when, by which channel, with every attempt. */
@Injectable()
export class DeliveriesService {
  constructor(private readonly door: Door) {}

  list(actor: Actor, query: InputOf<typeof listDeliveries>['query']) {
    const after = readCursor(query.cursor, 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await tx.query<DeliveryRow>(
        `select ${ROW} from notification_delivery
         where tenant_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or channel = $3)
           and ($4::text is null or state = $4) and ($5::uuid is null or endpoint_id = $5) and ($6::text is null or about_id = $6)
         order by id desc limit $7`,
        [
          ...[tx.tenantId, after?.[0] ?? null, query.channel ?? null, query.state ?? null],
          ...[query.webhookId ?? null, query.aboutId ?? null, query.limit + 1],
        ],
      );
      return toPage(rows, query.limit, answer, (row) => [row.id]);
    });
  }

  view(actor: Actor, id: string): Promise<Delivery & { tries: DeliveryAttempt[] }> {
    return this.door.withTenant(actor, async (tx) => {
      const found = await this.find(tx, id);
      const tries = await tx.query<Omit<DeliveryAttempt, 'at'> & { at: Date }>(
        `select number, at, outcome, status, latency_ms as "latencyMs", answer from delivery_attempt
         where tenant_id = $1 and delivery_id = $2 order by number`,
        [tx.tenantId, id],
      );
      return { ...found, tries: tries.map((each) => ({ ...each, at: each.at.toISOString() })) };
    });
  }

  async find(tx: TenantTransaction, id: string): Promise<Delivery> {
    const [row] = await tx.query<DeliveryRow>(
      `select ${ROW} from notification_delivery where tenant_id = $1 and id = $2`,
      [tx.tenantId, id],
    );
    if (!row) throw new NotFoundError('delivery');
    return answer(row);
  }
}

function answer({ aboutThing, aboutId, createdAt, dueAt, settledAt, ...row }: DeliveryRow): Delivery {
  return {
    ...row,
    about: { thing: aboutThing, id: aboutId },
    createdAt: createdAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    settledAt: settledAt?.toISOString() ?? null,
  };
}
