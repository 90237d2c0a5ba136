import type { Actor } from '@plumbline/platform/tenancy';
import { type DueDiligenceItem, standingOf, type Submission } from '@plumbline/vendors/schema';
import type { DueDiligenceDecisionEntity } from './due-diligence-decision.entity';
import type { DueDiligenceItemEntity } from './due-diligence-item.entity';
import type { DueDiligenceSubmissionEntity } from './due-diligence-submission.entity';

export interface ItemRows {
  readonly item: DueDiligenceItemEntity;
  readonly vendor: DueDiligenceItem['vendor'];
  /** Newest first. */
  readonly submissions: readonly DueDiligenceSubmissionEntity[];
  /** Oldest first. */
  readonly decisions: readonly DueDiligenceDecisionEntity[];
}

/** Null: a later template withdrew the item. */
export function toItem(
  { item, vendor: { id, code, name }, submissions, decisions }: ItemRows,
  actor: Pick<Actor, 'id'>,
  today: string,
): DueDiligenceItem | null {
  const standing = standingOf(item, today);
  if (standing === null) return null;
  const [last] = submissions;
  const own = last !== undefined && (last.submittedBy === actor.id || last.keyMaker === actor.id);
  return {
    id: item.id,
    vendor: { id, code, name },
    code: item.code,
    title: item.title,
    titleEs: item.titleEs,
    guidance: item.guidance,
    guidanceEs: item.guidanceEs,
    applies: item.applies,
    gate: item.gate,
    askedOf: item.askedOf,
    standing,
    waivedUntil: item.waivedUntil,
    rejection: item.rejection,
    submissions: submissions.map((submission) => toSubmission(submission, decisions)),
    ownSubmission: standing === 'submitted' && own,
    updatedAt: item.updatedAt.toISOString(),
    version: item.version,
  };
}

function toSubmission(
  submission: DueDiligenceSubmissionEntity,
  decisions: readonly DueDiligenceDecisionEntity[],
): Submission {
  return {
    id: submission.id,
    kind: submission.kind,
    side: submission.side,
    note: submission.note,
    until: submission.until,
    by: { id: submission.submittedBy, name: submission.submittedByName },
    at: submission.submittedAt.toISOString(),
    decisions: decisions
      .filter(({ submissionId }) => submissionId === submission.id)
      .map(({ outcome, reason, remark, decidedBy, decidedByName, decidedAt }) => ({
        outcome,
        reason,
        remark,
        by: { id: decidedBy, name: decidedByName },
        at: decidedAt.toISOString(),
      })),
  };
}
