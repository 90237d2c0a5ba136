import { Injectable } from '@nestjs/common';
import type { ClockState, ClockSubject } from '@plumbline/clocks/schema';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { CLOCK_COLUMNS, type ClockRow, type StageRow } from './clock-row';

export interface ClockSearch {
  readonly state: ClockState;
  readonly vendorId: string | undefined;
  readonly drills: boolean;
  readonly now: Date;
  readonly after: readonly [deadline: string, id: string] | null;
  readonly limit: number;
}

export interface ClockEvent {
  readonly clockId: string;
  readonly vendorId: string;
  readonly type: 'started' | 'moved' | 'met' | 'cancelled' | 'resumed';
  readonly at: Date;
  readonly deadlineAt: Date;
  readonly reason: string | null;
  readonly recordedAt: Date;
}

const IN_STATE: Readonly<Record<ClockState, string>> = {
  running: 'met_at is null and cancelled_at is null and deadline_at >= $2',
  late: 'cancelled_at is null and ((met_at is null and deadline_at < $2) or met_at > deadline_at)',
  met: '$2::timestamptz is not null and cancelled_at is null and met_at <= deadline_at',
  cancelled: '$2::timestamptz is not null and cancelled_at is not null',
};

@Injectable()
export class ClocksRepository {
  /** Soonest deadline first; those that are over, latest first. */
  list(tx: TenantTransaction, search: ClockSearch): Promise<ClockRow[]> {
    const { state, vendorId, drills, now, after, limit } = search;
    const [order, beyond] = state === 'running' ? ['asc', '>'] : ['desc', '<'];
    return tx.query<ClockRow>(
      `select ${CLOCK_COLUMNS} from clock
       where tenant_id = $1 and ${IN_STATE[state]} and is_drill = $3 and ($4::uuid is null or vendor_id = $4)
         and ($5::timestamptz is null or (deadline_at, id) ${beyond} ($5::timestamptz, $6::uuid))
       order by deadline_at ${order}, id ${order} limit $7`,
      [tx.tenantId, now, drills, vendorId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  of(tx: TenantTransaction, kind: ClockSubject, subjectIds: readonly string[]): Promise<ClockRow[]> {
    if (subjectIds.length === 0) return Promise.resolve([]);
    return tx.query<ClockRow>(
      `select ${CLOCK_COLUMNS} from clock where tenant_id = $1 and subject_kind = $2 and subject_id = any ($3)
       order by deadline_at, id`,
      [tx.tenantId, kind, subjectIds],
    );
  }

  /** Holds the clocks of a subject: what is decided about them is decided one after the other. */
  lock(tx: TenantTransaction, kind: ClockSubject, subjectId: string): Promise<ClockRow[]> {
    return tx.query<ClockRow>(
      `select ${CLOCK_COLUMNS} from clock where tenant_id = $1 and subject_kind = $2 and subject_id = $3
       order by id for no key update`,
      [tx.tenantId, kind, subjectId],
    );
  }

  /** Claims some that are due: another worker takes others, and waits for none of these. */
  claimDue(tx: TenantTransaction, now: Date, limit: number): Promise<ClockRow[]> {
    return tx.query<ClockRow>(
      `select ${CLOCK_COLUMNS} from clock where tenant_id = $1 and next_at <= $2
       order by next_at limit $3 for update skip locked`,
      [tx.tenantId, now, limit],
    );
  }

  stages(tx: TenantTransaction, clockIds: readonly string[]): Promise<StageRow[]> {
    if (clockIds.length === 0) return Promise.resolve([]);
    return tx.query<StageRow>(
      `select clock_id as "clockId", stage, at, noticed_at as "noticedAt" from clock_stage
       where tenant_id = $1 and clock_id = any ($2) order by stage`,
      [tx.tenantId, clockIds],
    );
  }

  async insert(tx: TenantTransaction, clock: ClockRow): Promise<void> {
    await tx.query(
      `insert into clock (tenant_id, id, vendor_id, subject_kind, subject_id, policy_code, policy_version, contract_version_id,
         rule, starts_at, started_at, deadline_at, trace, met_at, is_drill, is_past, next_stage, next_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        ...[tx.tenantId, clock.id, clock.vendorId, clock.subjectKind, clock.subjectId, clock.policyCode],
        ...[clock.policyVersion, clock.contractVersionId, JSON.stringify(clock.rule), clock.startsAt],
        ...[clock.startedAt, clock.deadlineAt, JSON.stringify(clock.trace), clock.metAt, clock.isDrill],
        ...[clock.isPast, clock.nextStage, clock.nextAt],
      ],
    );
  }

  async update(tx: TenantTransaction, clock: ClockRow): Promise<void> {
    await tx.query(
      `update clock set rule = $3, starts_at = $4, started_at = $5, deadline_at = $6, trace = $7, met_at = $8,
         cancelled_at = $9, cancel_reason = $10, next_stage = $11, next_at = $12
       where tenant_id = $1 and id = $2`,
      [
        ...[tx.tenantId, clock.id, JSON.stringify(clock.rule), clock.startsAt, clock.startedAt],
        ...[clock.deadlineAt, JSON.stringify(clock.trace), clock.metAt, clock.cancelledAt],
        ...[clock.cancelReason, clock.nextStage, clock.nextAt],
      ],
    );
  }

  async addEvent(tx: TenantTransaction, event: ClockEvent): Promise<void> {
    await tx.query(
      `insert into clock_event (tenant_id, id, clock_id, vendor_id, type, at, deadline_at, reason, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[tx.tenantId, newId(), event.clockId, event.vendorId, event.type, event.at, event.deadlineAt],
        ...[event.reason, event.recordedAt, tx.actor.id],
      ],
    );
  }

  /** Their key is what lets each happen once: answers those that nobody had recorded before. */
  async recordStages(
    tx: TenantTransaction,
    stages: readonly (StageRow & { readonly vendorId: string; readonly told: boolean })[],
  ): Promise<ReadonlySet<string>> {
    if (stages.length === 0) return new Set();
    const values: unknown[] = [tx.tenantId];
    const rows = stages.map(({ clockId, stage, vendorId, at, noticedAt, told }) => {
      const from = values.length;
      values.push(clockId, stage, vendorId, at, noticedAt, told);
      return `($1, ${[1, 2, 3, 4, 5, 6].map((place) => `$${from + place}`).join(', ')})`;
    });
    const recorded = await tx.query<{ clockId: string; stage: number }>(
      `insert into clock_stage (tenant_id, clock_id, stage, vendor_id, at, noticed_at, told) values ${rows.join(', ')}
       on conflict do nothing returning clock_id as "clockId", stage`,
      values,
    );
    return new Set(recorded.map(({ clockId, stage }) => `${clockId}/${stage}`));
  }

  /** Of clocks that this transaction has claimed. */
  async planNext(
    tx: TenantTransaction,
    plans: readonly Pick<ClockRow, 'id' | 'nextStage' | 'nextAt'>[],
  ): Promise<void> {
    if (plans.length === 0) return;
    const values: unknown[] = [tx.tenantId];
    const rows = plans.map(({ id, nextStage, nextAt }) => {
      const from = values.length;
      values.push(id, nextStage, nextAt);
      return `($${from + 1}::uuid, $${from + 2}::integer, $${from + 3}::timestamptz)`;
    });
    await tx.query(
      `update clock set next_stage = planned.stage, next_at = planned.at
       from (values ${rows.join(', ')}) as planned (id, stage, at)
       where clock.tenant_id = $1 and clock.id = planned.id`,
      values,
    );
  }
}
