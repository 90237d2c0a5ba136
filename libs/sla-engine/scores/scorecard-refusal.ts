import type { Problem } from '../outcome';
import { type ScorecardRevision, publicationRefusal } from './publication-refusal';
import { resultsOpen } from './results-open';
import type { ScorecardEvent, ScorecardTerms } from './scorecard-event';

type Event<T extends ScorecardEvent['type']> = ScorecardEvent & { readonly type: T };

/**
 * Why an event is no next step of a scorecard (semantics rule 26); undefined where it is one. Problems, besides those of
 * `publicationRefusal`: `scorecard.reviewUnit`, `scorecard.alreadySent`, `scorecard.lineUnknown`,
 * `scorecard.reviewOver`, `scorecard.alreadyDisputed`, `scorecard.noDispute`, `scorecard.alreadySigned`,
 * `scorecard.signatureNotAgreed`.
 */
export function scorecardRefusal(
  scorecard: ScorecardRevision,
  event: ScorecardEvent,
  terms: ScorecardTerms,
): Problem | undefined {
  if (event.type === 'published') {
    return publicationRefusal(scorecard, terms, event.at);
  }
  if (event.type === 'built') {
    return scorecard.published ? notNewEnough(event) : undefined;
  }
  if (scorecard.published) {
    return problem('scorecard.published', `Revision ${scorecard.revision} is published and never changes.`);
  }
  switch (event.type) {
    case 'sentForReview':
      return notToBeReviewed(scorecard, terms);
    case 'disputed':
      return notToBeDisputed(scorecard, event);
    case 'disputeDecided':
      return scorecard.disputes.get(event.line) === 'open'
        ? undefined
        : problem('scorecard.noDispute', `"${event.line}" has no open dispute.`);
    case 'signed':
      return notToBeSigned(scorecard, event, terms);
  }
}

/** A published scorecard is answered by a revision once all is final again and something differs (rule 22). */
function notNewEnough({ lines, differs }: Event<'built'>): Problem | undefined {
  const unchanged = differs
    ? undefined
    : problem('scorecard.unchanged', 'Nothing differs from the revision that is published.');
  return resultsOpen(lines) ?? unchanged;
}

function notToBeReviewed(scorecard: ScorecardRevision, { review }: ScorecardTerms): Problem | undefined {
  if (review !== null && review.unit !== 'businessDays') {
    return problem('scorecard.reviewUnit', `A review runs in business days, not in ${review.unit}.`);
  }
  if (scorecard.reviewUntil !== null) {
    return problem('scorecard.alreadySent', 'The vendor has it for review already.');
  }
  return resultsOpen(scorecard.lines);
}

function notToBeDisputed(scorecard: ScorecardRevision, { line, at }: Event<'disputed'>): Problem | undefined {
  const { reviewUntil, signedBy, disputes, lines } = scorecard;
  if (reviewUntil === null) {
    return problem('scorecard.notReviewed', 'The vendor has not had it for review.');
  }
  if (lines.every(({ id }) => id !== line)) {
    return problem('scorecard.lineUnknown', `This scorecard has no line "${line}".`);
  }
  if (signedBy.includes('vendor')) {
    return problem('scorecard.alreadySigned', 'The vendor has signed it.');
  }
  if (Temporal.Instant.compare(at, reviewUntil) > 0) {
    return problem('scorecard.reviewOver', 'The review is over.');
  }
  return disputes.has(line)
    ? problem('scorecard.alreadyDisputed', `"${line}" was disputed already.`)
    : undefined;
}

/** Whatever keeps it from being published keeps it from being signed, but for the review and the other's signature. */
function notToBeSigned(
  scorecard: ScorecardRevision,
  { side, at }: Event<'signed'>,
  terms: ScorecardTerms,
): Problem | undefined {
  if (!terms.signatures.includes(side)) {
    return problem('scorecard.signatureNotAgreed', `No signature of the ${side} is agreed.`);
  }
  if (scorecard.signedBy.includes(side)) {
    return problem('scorecard.alreadySigned', `The ${side} has signed it.`);
  }
  const refusal = publicationRefusal(scorecard, terms, at);
  return refusal === undefined || mayStillBeSigned.includes(refusal.code) ? undefined : refusal;
}

const mayStillBeSigned = ['scorecard.reviewRuns', 'scorecard.notSigned'];

function problem(code: string, detail: string): Problem {
  return { code, detail, path: '' };
}
