import type { ClockTerms } from '../deadlines/clock-terms';
import type { VerdictState } from '../targets/verdict-states';

export const scorecardSides = ['insurer', 'vendor'] as const;
export type ScorecardSide = (typeof scorecardSides)[number];

/** What a contract says about the way of a scorecard to its publication. */
export interface ScorecardTerms {
  /** How long the vendor may review, in business days; null where no review is agreed. */
  readonly review: ClockTerms | null;
  /** Who has to sign before publication. */
  readonly signatures: readonly ScorecardSide[];
}

/** A result as the flow looks at it. */
export interface FlowLine {
  readonly id: string;
  readonly state: VerdictState;
}

/**
 * One immutable fact in a scorecard's life (semantics rule 26):
 *
 * - `built`: what the scorecard says is new, first or again; `differs`: from the revision published before it;
 * - `sentForReview`: the vendor has it, its review runs;
 * - `disputed`, `disputeDecided`: per line, by the vendor and by the insurer; an upheld dispute asks to build it again;
 * - `signed`, `published`.
 */
export type ScorecardEvent =
  | {
      readonly type: 'built';
      readonly at: Temporal.Instant;
      readonly lines: readonly FlowLine[];
      readonly differs: boolean;
    }
  | { readonly type: 'sentForReview' | 'published'; readonly at: Temporal.Instant }
  | {
      readonly type: 'disputed';
      readonly at: Temporal.Instant;
      readonly line: string;
      readonly reason: string;
    }
  | {
      readonly type: 'disputeDecided';
      readonly at: Temporal.Instant;
      readonly line: string;
      readonly upheld: boolean;
    }
  | { readonly type: 'signed'; readonly at: Temporal.Instant; readonly side: ScorecardSide };
