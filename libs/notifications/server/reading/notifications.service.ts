import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { listNotifications, Notification, NoticeParameters } from '@plumbline/notifications/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotAllowedError, NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';

interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  readonly aboutThing: string;
  readonly aboutId: string;
  readonly parameters: NoticeParameters;
  readonly path: string[];
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

const ROW = `id, kind, about_thing as "aboutThing", about_id as "aboutId", parameters, path, created_at as "createdAt", read_at as "readAt"`;

/** What the person at hand was told: nobody else's is in reach, by policy too. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof listNotifications>['query']) {
    const after = readCursor(query.cursor, 'uuid');
    demandPerson(actor);
    return this.door.withTenant(actor, async (tx) => {
      const rows = await tx.query<NotificationRow>(
        `select ${ROW} from notification
         where tenant_id = $1 and person_id = $2 and shown and ($3::uuid is null or id < $3) and ($4 or read_at is null)
         order by id desc limit $5`,
        [tx.tenantId, actor.id, after?.[0] ?? null, query.show === 'all', query.limit + 1],
      );
      return { ...toPage(rows, query.limit, answer, (row) => [row.id]), unread: await this.unread(tx) };
    });
  }

  /** How many are unread, and the newest: what a page that is open wants to know. */
  glance(actor: Actor): Promise<{ unread: number; newest: Notification | null }> {
    demandPerson(actor);
    return this.door.withTenant(actor, async (tx) => {
      const [newest] = await tx.query<NotificationRow>(
        `select ${ROW} from notification where tenant_id = $1 and person_id = $2 and shown order by id desc limit 1`,
        [tx.tenantId, actor.id],
      );
      return { unread: await this.unread(tx), newest: newest ? answer(newest) : null };
    });
  }

  read(actor: Actor, id: string): Promise<{ unread: number }> {
    demandPerson(actor);
    return this.door.withTenant(actor, async (tx) => {
      const known = await tx.query(
        'select id from notification where tenant_id = $1 and person_id = $2 and id = $3',
        [...[tx.tenantId, actor.id, id]],
      );
      if (known.length === 0) throw new NotFoundError('notification');
      await tx.query(
        'update notification set read_at = $4 where tenant_id = $1 and person_id = $2 and id = $3 and read_at is null',
        [tx.tenantId, actor.id, id, this.clock.date()],
      );
      return { unread: await this.unread(tx) };
    });
  }

  readUpTo(actor: Actor, id: string): Promise<{ unread: number }> {
    demandPerson(actor);
    return this.door.withTenant(actor, async (tx) => {
      await tx.query(
        'update notification set read_at = $4 where tenant_id = $1 and person_id = $2 and id <= $3 and read_at is null',
        [tx.tenantId, actor.id, id, this.clock.date()],
      );
      return { unread: await this.unread(tx) };
    });
  }

  private async unread(tx: TenantTransaction): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::int as count from notification where tenant_id = $1 and person_id = $2 and read_at is null and shown',
      [tx.tenantId, tx.actor.id],
    );
    return row?.count ?? 0;
  }
}

/** A key has nobody who reads. */
export function demandPerson(actor: Actor): void {
  if (actor.kind !== 'person')
    throw new NotAllowedError('told-in-person', 'Only people are told: sign in as yourself.');
}

function answer({ aboutThing, aboutId, createdAt, readAt, ...row }: NotificationRow): Notification {
  return {
    ...row,
    about: { thing: aboutThing, id: aboutId },
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
