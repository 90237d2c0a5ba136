import {
  type FlowLine,
  type Outcome,
  type ScorecardEvent,
  scorecardFlow,
  type ScorecardReading,
  type ScorecardTerms,
} from '@plumbline/sla-engine';
import type { ScorecardEntity } from './scorecard.entity';

/** Drafts are published on the insurer's word: neither a review by the vendor nor a signature is agreed in the product yet. */
const TERMS: ScorecardTerms = { review: null, signatures: [] };

type Revision = Pick<ScorecardEntity, 'revision' | 'differs' | 'builtAt' | 'publishedAt'> & {
  readonly lines: readonly Pick<ScorecardEntity['lines'][number], 'slaId' | 'state'>[];
};

/** Where a revision stands in the flow (semantics rule 26) once one more step is taken, or why that step is refused. */
export function flowWith(revision: Revision, step: ScorecardEvent): Outcome<ScorecardReading> {
  const built: ScorecardEvent = {
    type: 'built',
    at: Temporal.Instant.fromEpochMilliseconds(revision.builtAt.getTime()),
    lines: flowLines(revision.lines),
    differs: revision.differs,
  };
  const published: ScorecardEvent[] = revision.publishedAt
    ? [{ type: 'published', at: Temporal.Instant.fromEpochMilliseconds(revision.publishedAt.getTime()) }]
    : [];
  return scorecardFlow({
    terms: TERMS,
    events: [built, ...published, step],
    at: step.at,
    revision: revision.revision,
  });
}

/** The lines of a scorecard as the flow looks at them. */
export function flowLines(lines: Revision['lines']): readonly FlowLine[] {
  return lines.map(({ slaId, state }) => ({ id: slaId, state }));
}
