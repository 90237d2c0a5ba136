import { Injectable } from '@nestjs/common';
import type { NoticeParameters } from '@plumbline/notifications/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';

export interface HookDelivery {
  readonly id: string;
  readonly kind: string;
  readonly aboutThing: string;
  readonly aboutId: string;
  readonly vendorId: string | null;
  readonly parameters: NoticeParameters;
  readonly path: readonly string[];
  readonly endpointId: string;
  readonly attempts: number;
  /** Attempts since it was asked for, or for again. */
  readonly round: number;
  readonly createdAt: Date;
}

export interface Attempt {
  readonly at: Date;
  readonly outcome: 'taken' | 'refused' | 'failed';
  readonly status: number | null;
  readonly latencyMs: number;
  readonly answer: string;
}

/** Longer than any call takes: whoever claimed it and has not noted anything by then has died. */
const CLAIM_MS = 60_000;

/** Deliveries to webhooks and chats. */
@Injectable()
export class HookDeliveriesRepository {
  constructor(private readonly clock: Clock) {}

  /** One that is due and that nobody is sending; it is the caller's until the claim ends. */
  async claim(tx: TenantTransaction, id: string): Promise<HookDelivery | undefined> {
    const now = this.clock.date();
    const [row] = await tx.query<HookDelivery>(
      `select id, kind, about_thing as "aboutThing", about_id as "aboutId", vendor_id as "vendorId", parameters, path,
              endpoint_id as "endpointId", attempts, round, created_at as "createdAt"
       from notification_delivery
       where tenant_id = $1 and id = $2 and endpoint_id is not null and state = 'waiting' and due_at <= $3
         and (claimed_until is null or claimed_until <= $3) for update skip locked`,
      [tx.tenantId, id, now],
    );
    if (row)
      await tx.query('update notification_delivery set claimed_until = $3 where tenant_id = $1 and id = $2', [
        ...[tx.tenantId, id, new Date(now.getTime() + CLAIM_MS)],
      ]);
    return row;
  }

  /** False: whoever sent it meanwhile has noted it already. */
  async note(
    tx: TenantTransaction,
    { id, attempts, round }: HookDelivery,
    attempt: Attempt,
    next: { readonly state: 'sent' | 'waiting' | 'given-up'; readonly dueAt: Date | null },
  ): Promise<boolean> {
    const [, changed] = (await tx.query(
      `update notification_delivery set state = $4, due_at = $5, attempts = $3 + 1, round = $6, claimed_until = null, settled_at = $7
       where tenant_id = $1 and id = $2 and attempts = $3 and state = 'waiting'`,
      [
        ...[tx.tenantId, id, attempts, next.state, next.dueAt, round + 1],
        next.state === 'waiting' ? null : attempt.at,
      ],
    )) as unknown as [unknown, number];
    if (changed === 0) return false;
    await tx.query(
      `insert into delivery_attempt (tenant_id, delivery_id, number, at, outcome, status, latency_ms, answer)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[tx.tenantId, id, attempts + 1, attempt.at, attempt.outcome, attempt.status, attempt.latencyMs],
        attempt.answer.slice(0, 512),
      ],
    );
    return true;
  }

  /** Not sent and not tried: its webhook was stopped or removed. */
  async drop(tx: TenantTransaction, endpointId: string): Promise<void> {
    await tx.query(
      `update notification_delivery set state = 'given-up', due_at = null, claimed_until = null, settled_at = $3
       where tenant_id = $1 and endpoint_id = $2 and state = 'waiting'`,
      [tx.tenantId, endpointId, this.clock.date()],
    );
  }

  /** To be sent again from now on, by a schedule that begins anew. */
  async reopen(tx: TenantTransaction, id: string): Promise<void> {
    await tx.query(
      `update notification_delivery set state = 'waiting', due_at = $3, round = 0, claimed_until = null, settled_at = null
       where tenant_id = $1 and id = $2`,
      [tx.tenantId, id, this.clock.date()],
    );
  }
}
