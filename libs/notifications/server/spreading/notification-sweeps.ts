import { Injectable } from '@nestjs/common';
import type { SweepSource } from '@plumbline/platform/jobs';

const AT_ONCE = 500;
/** An announcement is spread within seconds by its own job; one that still waits after this has lost it. */
const LOST_AFTER_MS = 5_000;

/** Announcements that nobody was told of yet. */
@Injectable()
export class NoticesSweep implements SweepSource {
  readonly topic = 'spread-notice' as const;

  async waiting(client: Parameters<SweepSource['waiting']>[0], now: Date) {
    const { rows } = await client.query<{ tenant_id: string; id: string }>(
      'select tenant_id, id from notice where spread_at is null and created_at <= $1 order by created_at limit $2',
      [new Date(now.getTime() - LOST_AFTER_MS), AT_ONCE],
    );
    return rows.map((row) => ({ tenantId: row.tenant_id, rowId: row.id }));
  }
}

/** Mails whose hour has come: one job for each, and one for all of a person's digest. */
@Injectable()
export class WaitingMailSweep implements SweepSource {
  readonly topic = 'post-notices' as const;

  async waiting(client: Parameters<SweepSource['waiting']>[0], now: Date) {
    const { rows } = await client.query<{ tenant_id: string; id: string }>(
      `select distinct on (tenant_id, case rhythm when 'at-once' then id else person_id end) tenant_id, id
       from (select tenant_id, id, person_id, rhythm from notification_delivery
             where state = 'waiting' and channel = 'mail' and due_at <= $1 order by due_at limit $2) as due`,
      [now, AT_ONCE],
    );
    return rows.map((row) => ({ tenantId: row.tenant_id, rowId: row.id }));
  }
}
