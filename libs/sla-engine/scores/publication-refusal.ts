import type { Problem } from '../outcome';
import { resultsOpen } from './results-open';
import type { FlowLine, ScorecardSide, ScorecardTerms } from './scorecard-event';

/** A revision as its events have left it. */
export interface ScorecardRevision {
  readonly revision: number;
  readonly lines: readonly FlowLine[];
  /** From the revision published before it. */
  readonly differs: boolean;
  /** Until when the vendor may review; null before it was sent. */
  readonly reviewUntil: Temporal.Instant | null;
  /** Lines under dispute: still open, decided against the vendor, or upheld and to be built again. */
  readonly disputes: ReadonlyMap<string, 'open' | 'rejected' | 'upheld'>;
  readonly signedBy: readonly ScorecardSide[];
  readonly published: boolean;
}

/**
 * Why a revision may not be published at an instant, the first thing first (semantics rule 26); undefined where it may.
 * The vendor's review ends with its signature or after its last instant. Problems: `scorecard.published`,
 * `scorecard.resultsOpen`, `scorecard.unchanged`, `scorecard.notReviewed`, `scorecard.disputeOpen`,
 * `scorecard.correctionDue`, `scorecard.reviewRuns`, `scorecard.notSigned`.
 */
export function publicationRefusal(
  scorecard: ScorecardRevision,
  terms: ScorecardTerms,
  at: Temporal.Instant,
): Problem | undefined {
  const { lines, reviewUntil, disputes, signedBy } = scorecard;
  if (scorecard.published) {
    return problem('scorecard.published', `Revision ${scorecard.revision} is published and never changes.`);
  }
  const open = resultsOpen(lines);
  if (open !== undefined) {
    return open;
  }
  if (!scorecard.differs) {
    return problem('scorecard.unchanged', 'Nothing differs from the revision that is published.');
  }
  if (terms.review !== null && reviewUntil === null) {
    return problem('scorecard.notReviewed', 'The vendor has not had it for review.');
  }
  const disputed = linesThat(disputes, 'open');
  if (disputed.length > 0) {
    return problem('scorecard.disputeOpen', `Disputes are open: ${disputed.join(', ')}.`);
  }
  const upheld = linesThat(disputes, 'upheld');
  if (upheld.length > 0) {
    return problem(
      'scorecard.correctionDue',
      `Disputes were upheld, so it has to be built again: ${upheld.join(', ')}.`,
    );
  }
  const reviewing = reviewUntil !== null && Temporal.Instant.compare(at, reviewUntil) <= 0;
  if (reviewing && !signedBy.includes('vendor')) {
    return problem('scorecard.reviewRuns', 'The vendor may still review and dispute it.');
  }
  const missing = terms.signatures.filter((side) => !signedBy.includes(side));
  return missing.length > 0
    ? problem('scorecard.notSigned', `Not signed yet by: ${missing.join(', ')}.`)
    : undefined;
}

function linesThat(disputes: ScorecardRevision['disputes'], standing: string): readonly string[] {
  return [...disputes].filter(([, each]) => each === standing).map(([line]) => line);
}

function problem(code: string, detail: string): Problem {
  return { code, detail, path: '' };
}
