import { Injectable } from '@nestjs/common';
import type { CalendarFeed } from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotAllowedError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { newTenantToken, PublicUrl } from '@plumbline/platform/identity';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';

interface FeedRow {
  readonly id: string;
  readonly name: string;
  readonly vendorId: string | null;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
  readonly revokedAt: Date | null;
  readonly version: number;
}

const ROW = `id, name, vendor_id as "vendorId", created_at as "createdAt", last_read_at as "lastReadAt",
  revoked_at as "revokedAt", version`;

/** A person's calendar addresses, of which only hashes are kept; what is behind one, `CalendarReader` reads. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly door: Door,
    private readonly vendors: VendorDirectory,
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
      return { items: await this.answers(tx, rows) };
    });
  }

  /** `vendorId` null: all vendors that the maker may see. */
  async make(
    actor: Actor,
    { name, vendorId }: { readonly name: string; readonly vendorId: string | null },
  ): Promise<CalendarFeed & { address: string }> {
    if (actor.kind !== 'person')
      throw new NotAllowedError(
        'feed-by-person',
        'A calendar address belongs to a person, signed in as themselves.',
      );
    return this.door.withTenant(actor, async (tx) => {
      if (vendorId !== null && !(await this.vendors.find(tx, [vendorId])).has(vendorId))
        throw InvalidError.field('vendorId', 'vendor-unknown', 'There is no such vendor here.');
      const { token, hash } = newTenantToken(tx.tenantId);
      const id = newId();
      await tx.query(
        `insert into calendar_feed (tenant_id, id, person_id, name, vendor_id, token_hash, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, 1)`,
        [tx.tenantId, id, actor.id, name, vendorId, hash, this.clock.date()],
      );
      await this.activityLog.append(tx, {
        action: 'calendar-feed-made',
        thing: 'calendar-feed',
        thingId: id,
      });
      const [made] = await this.answers(tx, [await this.own(tx, id)]);
      if (!made) throw new Error('what was made has an answer');
      return { ...made, address: this.publicUrl.link('api', 'v1', 'calendar-feeds', `${token}.ics`) };
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

  private async own(tx: TenantTransaction, id: string, lock: 'for update' | '' = ''): Promise<FeedRow> {
    const [row] = await tx.query<FeedRow>(
      `select ${ROW} from calendar_feed where tenant_id = $1 and id = $2 and person_id::text = $3 ${lock}`,
      [tx.tenantId, id, tx.actor.id],
    );
    if (!row) throw new NotFoundError('calendar address');
    return row;
  }

  /** A vendor that its maker no longer sees stays without its name: the address shows nothing any more. */
  private async answers(tx: TenantTransaction, rows: readonly FeedRow[]): Promise<CalendarFeed[]> {
    const vendors = await this.vendors.find(
      tx,
      rows.flatMap(({ vendorId }) => vendorId ?? []),
    );
    return rows.map(({ vendorId, createdAt, lastReadAt, revokedAt, ...row }) => ({
      ...row,
      vendor: vendorId === null ? null : { id: vendorId, name: vendors.get(vendorId)?.name ?? '' },
      createdAt: createdAt.toISOString(),
      lastReadAt: lastReadAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
    }));
  }
}
