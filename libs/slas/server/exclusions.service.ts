import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { KeptMonths } from '@plumbline/measurements/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { enqueue } from '@plumbline/platform/jobs';
import { type Actor, Clock, requireAnotherPerson } from '@plumbline/platform/tenancy';
import type { Exclusion, ExclusionDecision, listExclusions, NewExclusion } from '@plumbline/slas/schema';
import { type ExclusionRow, ExclusionsRepository } from './exclusions.repository';
import { monthsFrom } from './month-window';

/** Records that take counted rows out or waive a breach: asked for by one, decided by another (semantics rule 20). */
@Injectable()
export class ExclusionsService {
  constructor(
    private readonly door: Door,
    private readonly exclusions: ExclusionsRepository,
    private readonly kept: KeptMonths,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(
    actor: Actor,
    { vendorId, contractId, state, limit, cursor }: InputOf<typeof listExclusions>['query'],
  ) {
    return this.door.withTenant(actor, async (tx) => {
      const after = readCursor(cursor, 2) as [string, string] | null;
      const search = { vendorId, contractId, state, after, limit: limit + 1 };
      const rows = await this.exclusions.list(tx, search);
      return toPage(rows, limit, toExclusion, ({ requestedAt, id }) => [requestedAt.toISOString(), id]);
    });
  }

  request(actor: Actor, asked: NewExclusion): Promise<Exclusion> {
    return this.door.withTenant(actor, async (tx) => {
      const contract = await this.exclusions.contract(tx, asked.contractId, asked.firstDate);
      if (!contract)
        throw InvalidError.field(
          'contractId',
          'contract-unknown',
          'No such contract was in force on that day.',
        );
      if (asked.slaId !== undefined && !contract.slaIds.includes(asked.slaId))
        throw InvalidError.field('slaId', 'sla-unknown', 'The contract had no such SLA on that day.');
      const period = periodOf(asked, contract.timezone);
      const row = {
        id: newId(),
        vendorId: contract.vendorId,
        contractId: asked.contractId,
        slaId: asked.slaId ?? null,
        effect: asked.effect,
        kind: asked.kind,
        clause: asked.clause ?? null,
        ...period,
        timezone: contract.timezone,
        reason: asked.reason,
        requestedSide: actor.side,
        requestedById: actor.id,
        requestedBy: actor.name,
        requestedAt: this.clock.date(),
      };
      for (const month of monthsOf(row)) {
        if (await this.kept.droppedAt(tx, month))
          throw new RuleBrokenError(
            'rows-dropped',
            `Rows of ${month} are no longer kept: it stays as it was judged.`,
          );
      }
      if (await this.exclusions.overlapping(tx, row, ['requested', 'approved'])) throw overlaps();
      await this.exclusions.insert(tx, row);
      await this.log(tx, 'exclusion-requested', row.id, row.vendorId, { kind: row.kind, effect: row.effect });
      return this.answer(tx, row.id);
    });
  }

  /** Takes effect once, however many decide at the same time; the months it concerns are evaluated anew. */
  decide(
    actor: Actor,
    id: string,
    { decision, note }: ExclusionDecision,
    version: number,
  ): Promise<Exclusion> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.exclusions.find(tx, id);
      if (!row) throw new NotFoundError('exclusion');
      if (row.state !== 'requested') throw decided();
      requireAnotherPerson(actor, row.requestedById, await this.exclusions.keyMaker(tx, row.requestedById));
      demandVersion(row.version, version);
      if (decision === 'approved') {
        // two may have been asked for at the same moment: the same rows are taken out once
        await this.exclusions.lockContract(tx, row.contractId);
        if (await this.exclusions.overlapping(tx, row, ['approved'])) throw overlaps();
      }
      const at = this.clock.date();
      const took = await this.exclusions.decide(tx, {
        ...{ id, state: decision, note: note ?? null },
        ...{ by: actor.id, byName: actor.name, at },
      });
      if (!took) throw decided();
      await this.log(
        tx,
        decision === 'approved' ? 'exclusion-approved' : 'exclusion-declined',
        id,
        row.vendorId,
        {
          kind: row.kind,
        },
      );
      if (decision === 'approved') {
        for (const month of monthsOf(row)) {
          await this.exclusions.markDirty(tx, row.vendorId, month, at);
          await enqueue(tx, 'evaluate', `${row.vendorId}/${month}`, at);
        }
      }
      return this.answer(tx, id);
    });
  }

  private async answer(tx: TenantTransaction, id: string): Promise<Exclusion> {
    const row = await this.exclusions.find(tx, id);
    if (!row) throw new NotFoundError('exclusion');
    return toExclusion(row);
  }

  private log(
    tx: TenantTransaction,
    action: string,
    thingId: string,
    vendorId: string,
    detail: object,
  ): Promise<void> {
    return this.activityLog.append(tx, { action, thing: 'exclusion', thingId, vendorId, detail });
  }
}

/** A waiver speaks of a month's verdict; an exclusion of days, or of half hours of them, in the contract's zone. */
function periodOf(asked: NewExclusion, timezone: string): { startsAt: Date; endsAt: Date } {
  const first = Temporal.PlainDate.from(asked.firstDate);
  const last = Temporal.PlainDate.from(asked.lastDate);
  if (asked.effect === 'waive') {
    if (
      asked.from !== undefined ||
      asked.to !== undefined ||
      !first.toPlainYearMonth().equals(last.toPlainYearMonth())
    )
      throw InvalidError.field('lastDate', 'one-month', 'A waiver speaks of one month as a whole.');
    const month = first.toPlainYearMonth();
    return {
      startsAt: dateOf(month.toPlainDate({ day: 1 }).toZonedDateTime(timezone)),
      endsAt: dateOf(month.add({ months: 1 }).toPlainDate({ day: 1 }).toZonedDateTime(timezone)),
    };
  }
  const start = first.toZonedDateTime({ timeZone: timezone, plainTime: asked.from ?? '00:00' });
  const end =
    asked.to === undefined
      ? last.add({ days: 1 }).toZonedDateTime(timezone)
      : last.toZonedDateTime({ timeZone: timezone, plainTime: asked.to });
  if (Temporal.ZonedDateTime.compare(start, end) >= 0)
    throw InvalidError.field('to', 'period-empty', 'It ends after it starts.');
  return { startsAt: dateOf(start), endsAt: dateOf(end) };
}

function dateOf(at: Temporal.ZonedDateTime): Date {
  return new Date(at.epochMilliseconds);
}

function monthsOf({
  startsAt,
  endsAt,
  timezone,
}: Pick<ExclusionRow, 'startsAt' | 'endsAt' | 'timezone'>): string[] {
  const month = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().toPlainYearMonth();
  return monthsFrom(month(startsAt.getTime()).toString(), month(endsAt.getTime() - 1).toString());
}

function overlaps(): RuleBrokenError {
  return new RuleBrokenError('exclusion-overlaps', 'Another record speaks of part of that time already.');
}

function decided(): ConflictError {
  return new ConflictError('exclusion-decided', 'This request is decided already.');
}

function toExclusion(row: ExclusionRow): Exclusion {
  return {
    id: row.id,
    vendor: { id: row.vendorId, code: row.vendorCode, name: row.vendorName },
    contract: { id: row.contractId, reference: row.contractReference },
    sla: row.slaId === null ? null : { id: row.slaId, name: row.slaName ?? '' },
    effect: row.effect,
    kind: row.kind,
    clause: row.clause,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timezone: row.timezone,
    reason: row.reason,
    requestedSide: row.requestedSide,
    requestedBy: row.requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    state: row.state,
    note: row.note,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    version: row.version,
  };
}
