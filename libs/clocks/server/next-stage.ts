import { clockStages as stageNames, type ClockStage } from '@plumbline/clocks/schema';
import { clockStages } from '@plumbline/sla-engine';

export interface StagePlan {
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  readonly metAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly isPast: boolean;
}

export interface PlannedStage {
  readonly stage: ClockStage;
  readonly at: Date;
  /** From when on it is acted on: at the deadline itself there is still time (semantics rule 4). */
  readonly dueAt: Date;
}

/** When each share of a clock's time is used up. */
export function stagesOf({
  startedAt,
  deadlineAt,
}: Pick<StagePlan, 'startedAt' | 'deadlineAt'>): PlannedStage[] {
  const [start, deadline] = [startedAt, deadlineAt].map((date) =>
    Temporal.Instant.fromEpochMilliseconds(date.getTime()),
  ) as [Temporal.Instant, Temporal.Instant];
  return clockStages(start, deadline, stageNames).map(({ stage, at }) => ({
    stage: stage as ClockStage,
    at: new Date(at.epochMilliseconds),
    dueAt: new Date(at.epochMilliseconds + (stage === 100 ? 1 : 0)),
  }));
}

/**
 * The stages that a clock still has before it, soonest first. Of a clock met in time, cancelled, or entered after the fact
 * there are none; of one met late those that had passed by then, so that its breach is recorded.
 */
export function stagesAhead(plan: StagePlan, acted: readonly ClockStage[]): PlannedStage[] {
  const { deadlineAt, metAt, cancelledAt, isPast } = plan;
  if (isPast || cancelledAt !== null) return [];
  if (metAt !== null && metAt <= deadlineAt) return [];
  // a deadline that moved earlier does not bring back what was told before
  const furthest = Math.max(0, ...acted);
  return stagesOf(plan).filter(({ stage }) => stage > furthest);
}
