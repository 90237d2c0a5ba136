import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ActivityLine, listActivity } from '@plumbline/activity/schema';
import type { InputOf } from '@plumbline/api/schema';
import {
  ActivityLog,
  Checkpoints,
  CheckpointSigner,
  type ExportedLine,
  type PersonalField,
} from '@plumbline/platform/activity-log';
import { Door } from '@plumbline/platform/database';
import { readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ActivityRepository, type LineRow, type PersonalRow } from './activity.repository';

const BATCH = 1_000;

@Injectable()
export class ActivityService {
  constructor(
    private readonly door: Door,
    private readonly lines: ActivityRepository,
    private readonly activityLog: ActivityLog,
    private readonly checkpoints: Checkpoints,
    private readonly signer: CheckpointSigner,
  ) {}

  list(actor: Actor, query: InputOf<typeof listActivity>['query']) {
    const before = readCursor(query.cursor, 'sequence');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.lines.list(tx, {
        action: query.action,
        thing: query.thing,
        thingId: query.thingId,
        actorId: query.actorId,
        vendorId: query.vendorId,
        from: query.from === undefined ? null : startOf(query.from, actor.timezone, 0),
        until: query.to === undefined ? null : startOf(query.to, actor.timezone, 1),
        before: before?.[0] ?? null,
        limit: query.limit + 1,
      });
      const personal = bySequence(
        await this.lines.personal(
          tx,
          rows.map((row) => row.sequence),
        ),
      );
      return toPage(
        rows,
        query.limit,
        (row) => lineOf(row, personal),
        (row) => [Number(row.sequence)],
      );
    });
  }

  async checkpoint(actor: Actor) {
    const checkpoint = await this.door.withTenant(actor, (tx) => this.checkpoints.current(tx));
    return { checkpoint, algorithm: 'Ed25519' as const, publicKey: this.signer.publicKey };
  }

  /**
   * The chain up to now, read in batches so that memory stays flat however long the log is. The export is itself a line
   * of the log. A stream that breaks has no checkpoint at its end, which the verification reports.
   */
  async export(actor: Actor, from: number): Promise<Readable> {
    const checkpoint = await this.door.withTenant(actor, async (tx) => {
      await this.activityLog.append(tx, {
        action: 'activity-log-exported',
        thing: 'activity-log',
        thingId: tx.actor.tenantSlug,
        detail: { from },
      });
      return this.checkpoints.current(tx);
    });
    return Readable.from(this.exported(actor, from, checkpoint.sequence, JSON.stringify({ checkpoint })));
  }

  private async *exported(actor: Actor, from: number, to: number, ending: string): AsyncGenerator<string> {
    for (let next = from; next <= to;) {
      const batch = await this.door.withTenant(actor, async (tx) => {
        const rows = await this.lines.chain(tx, next, to, BATCH);
        const personal = bySequence(
          await this.lines.personal(
            tx,
            rows.map((row) => row.sequence),
          ),
        );
        return rows.map((row) => exportedLine(actor.tenantId, row, personal));
      });
      if (batch.length === 0) break;
      yield `${batch.map((line) => JSON.stringify(line)).join('\n')}\n`;
      next = (batch.at(-1)?.sequence ?? to) + 1;
    }
    yield `${ending}\n`;
  }
}

type PersonalOfLines = ReadonlyMap<string, readonly PersonalRow[]>;

function bySequence(rows: readonly PersonalRow[]): PersonalOfLines {
  return Map.groupBy(rows, (row) => row.sequence);
}

function lineOf(row: LineRow, personal: PersonalOfLines): ActivityLine {
  const values = new Map((personal.get(row.sequence) ?? []).map(({ field, value }) => [field, value]));
  const { actorName: _, ...further } = row.commitments;
  return {
    sequence: Number(row.sequence),
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: values.get('actorName') ?? null },
    vendor: row.vendor_id === null ? null : { id: row.vendor_id, name: row.vendor_name ?? '' },
    action: row.action,
    thing: row.thing,
    thingId: row.thing_id,
    detail: row.detail,
    personal: Object.fromEntries(Object.keys(further).map((field) => [field, values.get(field) ?? null])),
  };
}

function exportedLine(tenantId: string, row: LineRow, personal: PersonalOfLines): ExportedLine {
  const fields = (personal.get(row.sequence) ?? []).map(({ field, salt, value }): [string, PersonalField] => [
    field,
    { salt: salt.toString('hex'), value },
  ]);
  return {
    tenantId,
    sequence: Number(row.sequence),
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    vendorId: row.vendor_id,
    action: row.action,
    thing: row.thing,
    thingId: row.thing_id,
    detail: row.detail,
    commitments: row.commitments,
    previousHash: row.previous_hash.toString('hex'),
    hash: row.hash.toString('hex'),
    personal: Object.fromEntries(fields),
  };
}

/** Midnight in the tenant's zone, `days` later. */
function startOf(date: string, timezone: string, days: number): Date {
  const start = Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(timezone);
  return new Date(start.epochMilliseconds);
}
