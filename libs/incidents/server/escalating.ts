import type { ClockStage } from '@plumbline/clocks/schema';
import type { Role } from '@plumbline/platform/tenancy';
import type { LadderMember } from '@plumbline/vendors/server';

/** Of the insurer's side these are told of every report and stage. */
export const toldRoles: readonly Role[] = ['security'];

const stages: readonly ClockStage[] = [50, 75, 90, 100];

/** From which stage on a place of the ladder is told: one more at each, and all of them at the deadline. */
export function tellsFromStage(position: number): ClockStage {
  return stages[position - 1] ?? 100;
}

/**
 * Whom of a vendor's ladder a stage tells. Where the policy respects hours, nobody is told outside of theirs before the
 * deadline: the next of the ladder who can be reached is told in their place; at the deadline everybody is.
 */
export function toldAt(
  ladder: readonly LadderMember[],
  stage: ClockStage,
  respectHours: boolean,
): readonly LadderMember[] {
  const due = ladder.filter(({ position }) => tellsFromStage(position) <= stage);
  if (stage === 100) return ladder;
  if (!respectHours) return due;
  const reachable = due.filter(({ reachableNow }) => reachableNow);
  if (reachable.length > 0) return reachable;
  return ladder.filter(({ reachableNow }) => reachableNow).slice(0, 1);
}
