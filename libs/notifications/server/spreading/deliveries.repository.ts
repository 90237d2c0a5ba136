import { Injectable } from '@nestjs/common';
import type { Language } from '@plumbline/api/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import type { MailDelivery } from './notice-letters';
import type { AnnouncedNotice } from './notices.repository';
import type { Rhythm } from './told-when';

export type Channel = 'page' | 'mail' | 'webhook' | 'chat';
export type DeliveryState = 'waiting' | 'posted' | 'sent' | 'given-up' | 'muted';

export interface NewDelivery {
  readonly id: string;
  readonly channel: Channel;
  readonly personId: string | null;
  readonly endpointId?: string;
  readonly recipient: string;
  readonly address: string;
  readonly language: Language;
  readonly rhythm: Rhythm;
  readonly state: DeliveryState;
  readonly dueAt: Date | null;
}

export interface WaitingMail extends MailDelivery {
  readonly rhythm: Rhythm;
}

const MAIL = `id, kind, parameters, path, person_id as "personId", recipient, address, language, rhythm`;

/** Who was told by which channel, and what came of it. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly clock: Clock) {}

  /** False: this address was told of this occasion by this channel before. */
  async add(tx: TenantTransaction, notice: AnnouncedNotice, delivery: NewDelivery): Promise<boolean> {
    const now = this.clock.date();
    const settled = delivery.state === 'sent' || delivery.state === 'muted' ? now : null;
    const rows = await tx.query(
      `insert into notification_delivery (tenant_id, id, channel, key, kind, vendor_id, about_thing, about_id, parameters, path,
                                          person_id, endpoint_id, recipient, address, language, rhythm, state, due_at, created_at, settled_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
       on conflict (tenant_id, channel, address, key) do nothing returning id`,
      [
        ...[tx.tenantId, delivery.id, delivery.channel, notice.key, notice.kind, notice.vendorId],
        ...[notice.aboutThing, notice.aboutId, JSON.stringify(notice.parameters), notice.path],
        ...[delivery.personId, delivery.endpointId ?? null, delivery.recipient, delivery.address],
        ...[delivery.language, delivery.rhythm, delivery.state, delivery.dueAt, now, settled],
      ],
    );
    return rows.length > 0;
  }

  /** A mail that waits and is due; who takes it locks it. */
  async dueMail(tx: TenantTransaction, id: string): Promise<WaitingMail | undefined> {
    const [row] = await tx.query<WaitingMail>(
      `select ${MAIL} from notification_delivery
       where tenant_id = $1 and id = $2 and channel = 'mail' and state = 'waiting' and due_at <= $3`,
      [tx.tenantId, id, this.clock.date()],
    );
    return row;
  }

  lockMail(tx: TenantTransaction, id: string): Promise<WaitingMail[]> {
    return tx.query<WaitingMail>(
      `select ${MAIL} from notification_delivery
       where tenant_id = $1 and id = $2 and channel = 'mail' and state = 'waiting' for update`,
      [tx.tenantId, id],
    );
  }

  /** Everything that is due in a person's digests; a second sender waits here, and then finds nothing. */
  lockDigest(tx: TenantTransaction, personId: string): Promise<WaitingMail[]> {
    return tx.query<WaitingMail>(
      `select ${MAIL} from notification_delivery
       where tenant_id = $1 and person_id = $2 and channel = 'mail' and state = 'waiting' and rhythm <> 'at-once' and due_at <= $3
       order by id for update`,
      [tx.tenantId, personId, this.clock.date()],
    );
  }

  async settle(tx: TenantTransaction, ids: readonly string[], state: 'posted' | 'muted'): Promise<void> {
    await tx.query(
      'update notification_delivery set state = $3, settled_at = $4 where tenant_id = $1 and id = any ($2)',
      [tx.tenantId, [...ids], state, state === 'muted' ? this.clock.date() : null],
    );
  }
}
