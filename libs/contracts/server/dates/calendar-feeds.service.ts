import { Injectable } from '@nestjs/common';
import { type CalendarFeed, sayContractDate } from '@plumbline/contracts/schema';
import { plainly } from '@plumbline/measurements/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, TenantDirectory, type TenantTransaction } from '@plumbline/platform/database';
import { NotAllowedError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import {
  actorOf,
  enterTenant,
  hashToken,
  membershipsOf,
  newTenantToken,
  PublicUrl,
  tenantOfToken,
} from '@plumbline/platform/identity';
import { type Actor, Clock, type Tenant } from '@plumbline/platform/tenancy';
import { ContractDatesService } from './contract-dates.service';
import { iCalendar } from './icalendar';

/** `last_read_at` is written at most this often: calendars ask every few minutes. */
const READ_EVERY_MS = 3_600_000;

interface FeedRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
  readonly revokedAt: Date | null;
  readonly version: number;
}

const ROW = `id, name, created_at as "createdAt", last_read_at as "lastReadAt", revoked_at as "revokedAt", version`;

/**
 * Calendar addresses: whoever holds one reads the dates that the membership of its maker may see at that moment. Only a
 * hash is kept; an ended membership, a disabled person and a revoked address answer as if there were none.
 */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly door: Door,
    private readonly tenants: TenantDirectory,
    private readonly dates: ContractDatesService,
    private readonly publicUrl: PublicUrl,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<{ items: CalendarFeed[] }> {
    return this.door.withTenant(actor, async (tx) => {
      const rows = await tx.query<FeedRow>(
        `select ${ROW} from calendar_feed where tenant_id = $1 and person_id::text = $2 order by id desc limit 100`,
        [tx.tenantId, actor.id],
      );
      return { items: rows.map(answer) };
    });
  }

  async make(actor: Actor, name: string): Promise<CalendarFeed & { address: string }> {
    if (actor.kind !== 'person')
      throw new NotAllowedError(
        'feed-by-person',
        'A calendar address belongs to a person, signed in as themselves.',
      );
    return this.door.withTenant(actor, async (tx) => {
      const { token, hash } = newTenantToken(tx.tenantId);
      const id = newId();
      await tx.query(
        `insert into calendar_feed (tenant_id, id, person_id, name, token_hash, created_at, version)
         values ($1, $2, $3, $4, $5, $6, 1)`,
        [tx.tenantId, id, actor.id, name, hash, this.clock.date()],
      );
      await this.activityLog.append(tx, {
        action: 'calendar-feed-made',
        thing: 'calendar-feed',
        thingId: id,
      });
      const made = await this.own(tx, id);
      return { ...answer(made), address: this.publicUrl.link('api', 'v1', 'calendar-feeds', `${token}.ics`) };
    });
  }

  revoke(actor: Actor, id: string, version: number): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.own(tx, id, 'for update');
      demandVersion(row.version, version);
      if (row.revokedAt) return;
      await tx.query(
        'update calendar_feed set revoked_at = $3, version = version + 1 where tenant_id = $1 and id = $2',
        [tx.tenantId, id, this.clock.date()],
      );
      await this.activityLog.append(tx, {
        action: 'calendar-feed-revoked',
        thing: 'calendar-feed',
        thingId: id,
      });
    });
  }

  /** Unknown, revoked and orphaned addresses answer alike. */
  async read(presented: string): Promise<string> {
    const token = presented.replace(/\.ics$/, '');
    const tenantId = tenantOfToken(token);
    const tenant = tenantId === null ? null : await this.tenants.byId(tenantId);
    const actor = tenant && (await this.holder(tenant, token));
    if (!tenant || !actor?.permissions.has('contract.read')) throw new NotFoundError('calendar');
    return this.door.withTenant(actor, async (tx) => {
      const [person] = await tx.query<{ locale: string }>('select locale from person where id = $1', [
        actor.id,
      ]);
      const language = person?.locale.startsWith('es') ? 'es' : 'en';
      const days = (await this.dates.of(tx, null)).map((event) => ({
        uid: `${event.key.replaceAll('/', '-')}@${tenant.id}.plumbline`,
        date: event.date,
        summary: `${event.contract.reference}: ${sayContractDate(event, language, plainly)}`,
        description: `${event.contract.title} · ${event.vendor.name}`,
        url: this.publicUrl.link('t', tenant.slug, 'contracts', event.contract.id),
      }));
      return iCalendar(`Plumbline, ${tenant.name}`, days, this.clock.date());
    });
  }

  /** Whoever made the address, as what they are in the tenant now; null: nobody any more. */
  private holder(tenant: Tenant, token: string): Promise<Actor | null> {
    return this.door.withRole('identity', async (client) => {
      await enterTenant(client, tenant.id);
      const { rows } = await client.query<{ id: string; person_id: string; last_read_at: Date | null }>(
        `select id, person_id, last_read_at from calendar_feed
         where tenant_id = $1 and token_hash = $2 and revoked_at is null`,
        [tenant.id, hashToken(token)],
      );
      const [feed] = rows;
      if (!feed) return null;
      const now = this.clock.date();
      if (!feed.last_read_at || now.getTime() - feed.last_read_at.getTime() >= READ_EVERY_MS)
        await client.query('update calendar_feed set last_read_at = $3 where tenant_id = $1 and id = $2', [
          tenant.id,
          feed.id,
          now,
        ]);
      const people = await client.query<{ id: string; name: string }>(
        'select id, name from person where id = $1 and disabled_at is null',
        [feed.person_id],
      );
      const [person] = people.rows;
      if (!person) return null;
      const memberships = await membershipsOf(client, person.id);
      if (!memberships.some((membership) => membership.tenant.id === tenant.id)) return null;
      return actorOf(person, memberships, tenant.slug, 'contract.read');
    });
  }

  private async own(tx: TenantTransaction, id: string, lock: 'for update' | '' = ''): Promise<FeedRow> {
    const [row] = await tx.query<FeedRow>(
      `select ${ROW} from calendar_feed where tenant_id = $1 and id = $2 and person_id::text = $3 ${lock}`,
      [tx.tenantId, id, tx.actor.id],
    );
    if (!row) throw new NotFoundError('calendar address');
    return row;
  }
}

function answer({ createdAt, lastReadAt, revokedAt, ...row }: FeedRow): CalendarFeed {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    lastReadAt: lastReadAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
