import { Injectable } from '@nestjs/common';
import type { ClockSubject, RuleLeg } from '@plumbline/clocks/schema';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { enqueue } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';
import type { IncidentDeadline } from '@plumbline/sla-engine';
import type { ClockRow, ClockRule } from './clock-row';
import { type ClockEvent, ClocksRepository } from './clocks.repository';
import { stagesAhead } from './next-stage';
import { type Reached, ruleDeadline, ruleMetAt } from './rule-deadline';

/** What a clock runs for. */
export interface Subject {
  readonly kind: ClockSubject;
  readonly id: string;
  readonly vendorId: string;
  readonly isDrill: boolean;
  readonly isPast: boolean;
}

/** A policy that applies to a subject, with the rule as it would be agreed now. */
export interface ApplicableRule {
  readonly code: string;
  readonly version: number;
  readonly contractVersionId: string | null;
  readonly rule: ClockRule;
}

/** Says that something is due now, so that nobody has to wait for the sweep. */
export const DUE = 'due';

/**
 * Keeps the clocks of a subject in step with what is known of it: started by a milestone, met by another, moved earlier, never
 * later and never restarted (semantics rules 10 and 11). Within the transaction of whatever changed.
 */
@Injectable()
export class RunningClocks {
  constructor(
    private readonly clocks: ClocksRepository,
    private readonly clock: Clock,
  ) {}

  async follow(
    tx: TenantTransaction,
    subject: Subject,
    reached: Reached,
    rules: readonly ApplicableRule[],
  ): Promise<void> {
    const there = await this.clocks.lock(tx, subject.kind, subject.id);
    const acted = await this.clocks.stages(
      tx,
      there.map(({ id }) => id),
    );
    for (const applicable of rules) {
      const clock = there.find(({ policyCode }) => policyCode === applicable.code);
      if (clock) {
        const stages = acted.filter(({ clockId }) => clockId === clock.id).map(({ stage }) => stage);
        await this.keep(tx, clock, stages, reached, applicable.rule.legs);
      } else await this.start(tx, subject, reached, applicable);
    }
    for (const clock of there)
      if (!rules.some(({ code }) => code === clock.policyCode))
        await this.end(tx, clock, 'no-longer-applies');
  }

  /** Of a subject that has just been made, and has no clocks yet. */
  async begin(
    tx: TenantTransaction,
    subject: Subject,
    reached: Reached,
    rules: readonly ApplicableRule[],
  ): Promise<void> {
    for (const rule of rules) await this.start(tx, subject, reached, rule);
  }

  /** Ends what runs; what is late stays late (semantics rule 12). */
  async cancel(tx: TenantTransaction, subject: Pick<Subject, 'kind' | 'id'>, reason: string): Promise<void> {
    for (const clock of await this.clocks.lock(tx, subject.kind, subject.id))
      await this.end(tx, clock, reason);
  }

  private async start(
    tx: TenantTransaction,
    subject: Subject,
    reached: Reached,
    { code, version, contractVersionId, rule }: ApplicableRule,
  ): Promise<void> {
    const due = ruleDeadline(reached, rule);
    if (due === null) return;
    const metAt = ruleMetAt(reached, rule, due.startedAt);
    const clock: ClockRow = {
      id: newId(),
      vendorId: subject.vendorId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      policyCode: code,
      policyVersion: version,
      contractVersionId,
      rule,
      ...columnsOf(due),
      metAt,
      cancelledAt: null,
      cancelReason: null,
      isDrill: subject.isDrill,
      isPast: subject.isPast,
      nextStage: null,
      nextAt: null,
    };
    await this.clocks.insert(tx, await this.planned(tx, clock, []));
    await this.say(tx, clock, 'started', clock.startedAt);
    if (metAt) await this.say(tx, clock, 'met', metAt);
  }

  private async keep(
    tx: TenantTransaction,
    clock: ClockRow,
    acted: Parameters<typeof stagesAhead>[1],
    reached: Reached,
    legs: readonly RuleLeg[],
  ): Promise<void> {
    const rule = { ...clock.rule, legs: shorterLegs(clock.rule.legs, legs) };
    const due = ruleDeadline(reached, rule);
    const earlier = due !== null && due.deadline.epochMilliseconds < clock.deadlineAt.getTime();
    const moved: ClockRow = {
      ...clock,
      rule,
      ...(earlier ? columnsOf(due) : {}),
      ...(clock.cancelReason === 'no-longer-applies' ? { cancelledAt: null, cancelReason: null } : {}),
    };
    const metAt = ruleMetAt(reached, rule, Temporal.Instant.fromEpochMilliseconds(moved.startedAt.getTime()));
    const kept = await this.planned(tx, { ...moved, metAt }, acted);
    await this.clocks.update(tx, kept);
    if (moved.cancelledAt === null && clock.cancelledAt !== null)
      await this.say(tx, kept, 'resumed', this.clock.date());
    if (earlier) await this.say(tx, kept, 'moved', this.clock.date());
    if (metAt !== null && metAt.getTime() !== clock.metAt?.getTime()) await this.say(tx, kept, 'met', metAt);
  }

  private async end(tx: TenantTransaction, clock: ClockRow, reason: string): Promise<void> {
    const now = this.clock.date();
    if (clock.metAt !== null || clock.cancelledAt !== null || now > clock.deadlineAt) return;
    const ended = { ...clock, cancelledAt: now, cancelReason: reason, nextStage: null, nextAt: null };
    await this.clocks.update(tx, ended);
    await this.say(tx, ended, 'cancelled', now, reason);
  }

  /** With the stage that comes next; one that has passed already is asked for at once. */
  private async planned(
    tx: TenantTransaction,
    clock: ClockRow,
    acted: Parameters<typeof stagesAhead>[1],
  ): Promise<ClockRow> {
    const [next] = stagesAhead(clock, acted);
    const now = this.clock.date();
    if (next && next.dueAt <= now) await enqueue(tx, 'advance-clocks', DUE, now);
    return { ...clock, nextStage: next?.stage ?? null, nextAt: next?.dueAt ?? null };
  }

  private say(
    tx: TenantTransaction,
    { id: clockId, vendorId, deadlineAt }: ClockRow,
    type: ClockEvent['type'],
    at: Date,
    reason: string | null = null,
  ): Promise<void> {
    const recordedAt = this.clock.date();
    return this.clocks.addEvent(tx, { clockId, vendorId, type, at, deadlineAt, reason, recordedAt });
  }
}

function columnsOf({ startsAt, startedAt, deadline, trace }: IncidentDeadline) {
  return {
    startsAt,
    startedAt: new Date(startedAt.epochMilliseconds),
    deadlineAt: new Date(deadline.epochMilliseconds),
    trace,
  };
}

/** Of each leg the smaller amount: a raised severity may shorten it, a lowered one gives nothing back. */
function shorterLegs(agreed: readonly RuleLeg[], offered: readonly RuleLeg[]): readonly RuleLeg[] {
  return agreed.map((leg, index) => {
    const other = offered[index];
    const same = other?.startsAt === leg.startsAt && other.unit === leg.unit;
    return same && other.amount < leg.amount ? { ...leg, amount: other.amount } : leg;
  });
}
