import {
  differenceOf,
  type Scorecard,
  type ScorecardComment,
  type ScorecardSummary,
  scoreArithmetic,
} from '@plumbline/scorecards/schema';
import type { ScorecardCommentEntity } from './scorecard-comment.entity';
import type { ScorecardEntity } from './scorecard.entity';
import type { SummaryRow } from './scorecards.repository';

export function toSummary(row: SummaryRow): ScorecardSummary {
  const { id, revision, state, complete, score, band, coverage, version } = row;
  return {
    id,
    vendor: { id: row.vendorId, code: row.vendorCode, name: row.vendorName },
    period: row.month,
    revision,
    state,
    complete,
    score,
    band,
    coverage,
    builtAt: row.builtAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    version,
  };
}

/** One revision with everything the page shows; `revisions` are those of its month, its own among them. */
export function toScorecard(
  scorecard: ScorecardEntity,
  facts: {
    readonly revisions: readonly SummaryRow[];
    readonly before: ScorecardEntity | null;
    readonly comments: readonly (ScorecardCommentEntity & { readonly revision: number })[];
  },
): Scorecard {
  const own = facts.revisions.find(({ id }) => id === scorecard.id);
  if (!own) throw new Error('a scorecard is missing among the revisions of its month');
  const { contract, minimumCoverage, lines, reasons, publishedByName } = scorecard;
  return {
    ...toSummary(own),
    contract,
    minimumCoverage,
    arithmetic: scoreArithmetic(lines),
    lines,
    missing: lines
      .filter(({ points, weight }) => points === null && Number(weight) > 0)
      .map(({ slaId, name, state, weight }) => ({ slaId, name, state, weight })),
    reasons,
    difference: facts.before ? differenceOf(facts.before, scorecard) : null,
    publishedByName,
    revisions: facts.revisions.map((row) => {
      const { id, revision, state, score, builtAt, publishedAt } = toSummary(row);
      return { id, revision, state, score, builtAt, publishedAt };
    }),
    comments: facts.comments.filter(({ revision }) => revision <= scorecard.revision).map(toComment),
  };
}

export function toComment(comment: ScorecardCommentEntity & { readonly revision: number }): ScorecardComment {
  const { id, revision, slaId, side, authorName, text, createdAt } = comment;
  return { id, revision, slaId, side, author: authorName, text, createdAt: createdAt.toISOString() };
}
