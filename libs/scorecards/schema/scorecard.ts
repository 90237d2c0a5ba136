import { id, instant, period, prose, version } from '@plumbline/api/schema';
import { exactDecimal, resultState, revisionReason, vendorName } from '@plumbline/slas/schema';
import * as z from 'zod';
import { scoreBandNames } from './score-bands';
import { scorecardDifference } from './scorecard-difference';
import { scorecardLine } from './scorecard-line';

/** `superseded`: a later revision was published; the row itself never changes. */
export const scorecardStates = ['draft', 'published', 'superseded'] as const;

const total = {
  score: exactDecimal.nullable().meta({ description: '0 to 100, unrounded; null where withheld' }),
  band: z.enum(scoreBandNames).nullable(),
  coverage: exactDecimal.meta({ description: 'share of the weight that has a verdict' }),
};

export const scorecardSummary = z.strictObject({
  id,
  vendor: vendorName,
  period,
  revision: z.int().min(1),
  state: z.enum(scorecardStates),
  complete: z.boolean().meta({ description: 'every result of the month is final' }),
  ...total,
  builtAt: instant,
  publishedAt: instant.nullable(),
  version,
});

export const scorecardComment = z.strictObject({
  id,
  revision: z.int().min(1),
  slaId: id.nullable().meta({ description: 'null: about the scorecard as a whole' }),
  side: z.enum(['insurer', 'vendor']),
  author: z.string(),
  text: z.string(),
  createdAt: instant,
});

export const newScorecardComment = z.strictObject({ text: prose(4000), slaId: id.optional() });

export const scorecard = scorecardSummary.extend({
  contract: z.strictObject({ id, reference: z.string(), versionNumber: z.int().min(1) }),
  minimumCoverage: exactDecimal,
  /** Σ weight × points and Σ weight over the lines that count: the score is their quotient. */
  arithmetic: z.strictObject({ earned: exactDecimal, covered: exactDecimal }),
  lines: z.array(scorecardLine),
  missing: z
    .array(z.strictObject({ slaId: id, name: z.string(), state: resultState, weight: exactDecimal }))
    .meta({ description: 'lines without a verdict, whose weight is left out' }),
  reasons: z
    .array(revisionReason)
    .meta({ description: 'why this revision was made; empty for the first one' }),
  difference: scorecardDifference.nullable().meta({ description: 'against the revision before' }),
  publishedByName: z.string().nullable(),
  revisions: z.array(
    scorecardSummary.pick({
      id: true,
      revision: true,
      state: true,
      score: true,
      builtAt: true,
      publishedAt: true,
    }),
  ),
  comments: z.array(scorecardComment),
});

export const newScorecard = z.strictObject({ vendorId: id, period });

/** How far a vendor's month is. `waiting`: results are still open, or none came; `ready`: a draft waits to be published. */
export const readinesses = ['ready', 'waiting', 'published'] as const;

export const scorecardMonth = z.strictObject({
  period,
  vendors: z.array(
    z.strictObject({
      vendor: vendorName,
      readiness: z.enum(readinesses),
      slas: z.int().min(0),
      final: z.int().min(0).meta({ description: 'how many of the SLAs have a final result' }),
      scorecard: scorecardSummary.nullable().meta({ description: 'the newest revision' }),
    }),
  ),
});

export const publication = z.strictObject({ id, version });

export const publications = z.strictObject({ items: z.array(publication).min(1).max(200) });

/** What became of each: published now, or why not; one that fails keeps no other back. */
export const publicationOutcomes = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      published: z.boolean(),
      problem: z.strictObject({ code: z.string(), detail: z.string() }).nullable(),
    }),
  ),
});

export const exportedScorecard = z.strictObject({
  format: z.literal('plumbline.scorecard/1'),
  scorecard,
  /** A line for `npm run engine`, which arrives at the same score (engine-cli: `score.compute`). */
  recompute: z.strictObject({ id: z.string(), op: z.literal('score.compute'), input: z.unknown() }),
});

export type ScorecardState = (typeof scorecardStates)[number];
export type ScorecardSummary = z.output<typeof scorecardSummary>;
export type ScorecardComment = z.output<typeof scorecardComment>;
export type NewScorecardComment = z.output<typeof newScorecardComment>;
export type Scorecard = z.output<typeof scorecard>;
export type NewScorecard = z.output<typeof newScorecard>;
export type Readiness = (typeof readinesses)[number];
export type ScorecardMonth = z.output<typeof scorecardMonth>;
export type Publication = z.output<typeof publication>;
export type PublicationOutcomes = z.output<typeof publicationOutcomes>;
export type ExportedScorecard = z.output<typeof exportedScorecard>;
