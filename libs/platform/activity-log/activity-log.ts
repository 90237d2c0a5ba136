import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ensureMonthPartition } from '../database/month-partitions';
import type { TenantTransaction } from '../database/transaction';
import { Clock } from '../tenancy';
import { type ChainedEntry, commitmentTo, genesisHash, linkHash, type PersonalField } from './chain';

/** One thing that somebody did. */
export interface ActivityEntry {
  /** What was done, past tense in kebab case: `kpi-file-confirmed`. */
  readonly action: string;
  /** The kind of thing it was done to, in the words of the glossary: `kpi-file`. */
  readonly thing: string;
  readonly thingId: string;
  readonly vendorId?: string | null;
  /** Ids, counts, codes, and decimal text. Never personal health data, never a secret, nothing that names a person. */
  readonly detail?: object;
  /** What names a person (an e-mail address): kept apart, only committed to in the chain, erasable. */
  readonly personal?: Readonly<Record<string, string>>;
}

/**
 * Adds lines to the tenant's activity log, in the transaction of the deed: both are durable or neither is. Writers of
 * one tenant wait for each other on the head of the chain, so append late in a transaction.
 */
@Injectable()
export class ActivityLog {
  constructor(private readonly clock: Clock) {}

  async append(tx: TenantTransaction, entry: ActivityEntry): Promise<void> {
    const at = this.clock.date().toISOString();
    const month = `${at.slice(0, 7)}-01`;
    await ensureMonthPartition(tx, 'activity_log', month);
    await ensureMonthPartition(tx, 'activity_log_personal', month);
    const head = await this.lockHead(tx);
    const personal = commit({ actorName: tx.actor.name, ...entry.personal });
    const chained: ChainedEntry = {
      tenantId: tx.tenantId,
      sequence: head.sequence + 1,
      at,
      actorKind: tx.actor.kind,
      actorId: tx.actor.id,
      vendorId: entry.vendorId ?? null,
      action: entry.action,
      thing: entry.thing,
      thingId: entry.thingId,
      detail: { ...entry.detail },
      commitments: Object.fromEntries([...personal].map(([name, field]) => [name, commitmentTo(field)])),
    };
    const hash = linkHash(head.hash, chained);
    await this.insert(tx, month, chained, personal, head.hash, hash);
  }

  private async lockHead(tx: TenantTransaction): Promise<{ sequence: number; hash: Buffer }> {
    const read = () =>
      tx.prepared<{ sequence: string; hash: Buffer }>(
        'select sequence, hash from activity_log_head where tenant_id = $1 for update',
        [tx.tenantId],
      );
    let [head] = await read();
    if (!head) {
      await tx.query(
        'insert into activity_log_head (tenant_id, sequence, hash) values ($1, 0, $2) on conflict do nothing',
        [tx.tenantId, genesisHash(tx.tenantId)],
      );
      [head] = await read();
    }
    if (!head) throw new Error('the head of the activity log could not be locked');
    return { sequence: Number(head.sequence), hash: head.hash };
  }

  private async insert(
    tx: TenantTransaction,
    month: string,
    entry: ChainedEntry,
    personal: ReadonlyMap<string, PersonalField>,
    previousHash: Buffer,
    hash: Buffer,
  ): Promise<void> {
    const fields = [...personal];
    await tx.prepared(
      `with head as (
         update activity_log_head set sequence = $3, hash = $14 where tenant_id = $1),
       entry as (
         insert into activity_log (tenant_id, month, sequence, at, actor_kind, actor_id, vendor_id, action, thing, thing_id,
                                   detail, commitments, previous_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))
       insert into activity_log_personal (tenant_id, month, sequence, field, salt, value)
       select $1, $2, $3, field, salt, value from unnest($15::text[], $16::bytea[], $17::text[]) as named (field, salt, value)`,
      [
        entry.tenantId,
        month,
        entry.sequence,
        entry.at,
        entry.actorKind,
        entry.actorId,
        entry.vendorId,
        entry.action,
        entry.thing,
        entry.thingId,
        JSON.stringify(entry.detail),
        JSON.stringify(entry.commitments),
        previousHash,
        hash,
        fields.map(([field]) => field),
        fields.map(([, { salt }]) => Buffer.from(salt, 'hex')),
        fields.map(([, { value }]) => value),
      ],
    );
  }
}

function commit(fields: Readonly<Record<string, string>>): Map<string, PersonalField> {
  return new Map(
    Object.entries(fields).map(([name, value]) => [name, { salt: randomBytes(16).toString('hex'), value }]),
  );
}
