import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';

export interface LineRow {
  sequence: string;
  at: Date;
  actor_kind: 'person' | 'api-key' | 'sftp-key' | 'worker';
  actor_id: string;
  vendor_id: string | null;
  vendor_name: string | null;
  action: string;
  thing: string;
  thing_id: string;
  detail: Record<string, unknown>;
  commitments: Record<string, string>;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface PersonalRow {
  sequence: string;
  field: string;
  salt: Buffer;
  value: string;
}

export interface LineSearch {
  readonly action: string | undefined;
  readonly thing: string | undefined;
  readonly thingId: string | undefined;
  readonly actorId: string | undefined;
  readonly vendorId: string | undefined;
  /** At or after. */
  readonly from: Date | null;
  /** Before. */
  readonly until: Date | null;
  /** Sequence of the last line of the page before. */
  readonly before: number | null;
  readonly limit: number;
}

const columns = `a.sequence, a.at, a.actor_kind, a.actor_id, a.vendor_id, a.action, a.thing, a.thing_id, a.detail,
                 a.commitments, a.previous_hash, a.hash`;

@Injectable()
export class ActivityRepository {
  /** Newest first. The months narrow the search to their partitions. */
  list(tx: TenantTransaction, search: LineSearch): Promise<LineRow[]> {
    return tx.query<LineRow>(
      `select ${columns}, v.name as vendor_name
       from activity_log a left join vendor v on v.tenant_id = a.tenant_id and v.id = a.vendor_id
       where a.tenant_id = $1
         and ($2::text is null or a.action = $2) and ($3::text is null or a.thing = $3)
         and ($4::text is null or a.thing_id = $4) and ($5::text is null or a.actor_id = $5)
         and ($6::uuid is null or a.vendor_id = $6)
         and ($7::timestamptz is null or (a.at >= $7 and a.month >= date_trunc('month', $7::timestamptz at time zone 'UTC')::date))
         and ($8::timestamptz is null or (a.at < $8 and a.month <= $8::timestamptz::date))
         and ($9::bigint is null or a.sequence < $9)
       order by a.sequence desc limit $10`,
      [
        tx.tenantId,
        search.action ?? null,
        search.thing ?? null,
        search.thingId ?? null,
        search.actorId ?? null,
        search.vendorId ?? null,
        search.from,
        search.until,
        search.before,
        search.limit,
      ],
    );
  }

  /** In the order of the chain, from one sequence number to another. */
  chain(tx: TenantTransaction, from: number, to: number, limit: number): Promise<LineRow[]> {
    return tx.query<LineRow>(
      `select ${columns} from activity_log a
       where a.tenant_id = $1 and a.sequence between $2 and $3 order by a.sequence limit $4`,
      [tx.tenantId, from, to, limit],
    );
  }

  personal(tx: TenantTransaction, sequences: readonly string[]): Promise<PersonalRow[]> {
    return tx.query<PersonalRow>(
      `select sequence, field, salt, value from activity_log_personal
       where tenant_id = $1 and sequence = any ($2::bigint[]) order by sequence, field`,
      [tx.tenantId, sequences],
    );
  }
}
