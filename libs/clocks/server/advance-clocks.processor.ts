import { Injectable } from '@nestjs/common';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { Clock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import type { ClockRow } from './clock-row';
import { type AdvancedClock, ClockSubjects } from './clock-subjects';
import { ClocksRepository } from './clocks.repository';
import { type PlannedStage, stagesAhead } from './next-stage';

/** A larger claim makes PostgreSQL read the whole table (docs/performance.md). */
export const CLAIMED_AT_ONCE = 500;

/**
 * Acts on the stages that a tenant's clocks have passed, in claims of some hundred clocks, each in one transaction: stages
 * recorded, people told, next stage planned. Seen late, every passed stage is recorded with its own instant, and people
 * are told of the furthest. Two workers claim different clocks; the key of a stage lets it happen once, whatever dies.
 */
@Injectable()
export class AdvanceClocksProcessor implements JobProcessor {
  readonly topic = 'advance-clocks' as const;
  readonly concurrency = 2;

  constructor(
    private readonly door: Door,
    private readonly clocks: ClocksRepository,
    private readonly subjects: ClockSubjects,
    private readonly clock: Clock,
  ) {}

  async process(tenant: Tenant): Promise<void> {
    const now = this.clock.date();
    const actor = workerActor(tenant, this.topic);
    while ((await this.door.withTenant(actor, (tx) => this.advance(tx, now))) === CLAIMED_AT_ONCE);
  }

  /** Answers how many clocks it claimed. */
  private async advance(tx: TenantTransaction, now: Date): Promise<number> {
    const claimed = await this.clocks.claimDue(tx, now, CLAIMED_AT_ONCE);
    const ids = claimed.map(({ id }) => id);
    const acted = Map.groupBy(await this.clocks.stages(tx, ids), ({ clockId }) => clockId);
    const looked = claimed.map((clock) => {
      const ahead = stagesAhead(
        clock,
        (acted.get(clock.id) ?? []).map(({ stage }) => stage),
      );
      return {
        clock,
        passed: ahead.filter(({ dueAt }) => dueAt <= now),
        next: ahead.find(({ dueAt }) => dueAt > now),
      };
    });
    const recorded = await this.clocks.recordStages(
      tx,
      looked.flatMap(({ clock, passed }) => rowsOf(clock, passed, now)),
    );
    await this.clocks.planNext(
      tx,
      looked.map(({ clock: { id }, next }) => ({
        id,
        nextStage: next?.stage ?? null,
        nextAt: next?.dueAt ?? null,
      })),
    );
    const told = looked.flatMap(({ clock, passed }): AdvancedClock[] => {
      const stage = passed.at(-1);
      return stage && recorded.has(`${clock.id}/${stage.stage}`) ? [{ clock, stage }] : [];
    });
    for (const [kind, of] of Map.groupBy(told, ({ clock }) => clock.subjectKind))
      await this.subjects.of(kind).advanced?.(tx, of);
    return claimed.length;
  }
}

function rowsOf({ id: clockId, vendorId }: ClockRow, passed: readonly PlannedStage[], noticedAt: Date) {
  return passed.map(({ stage, at }, index) => ({
    ...{ clockId, stage, vendorId, at, noticedAt },
    told: index === passed.length - 1,
  }));
}
