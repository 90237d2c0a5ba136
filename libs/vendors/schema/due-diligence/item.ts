import { id, instant, localDate, prose, text, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { itemGates } from '../life/vendor-steps';
import { itemStandings } from './standing';
import { applies, askedOf } from './template';

/** What was handed in for an item: evidence, or the question to do without it until a date. */
export const submissionKinds = ['evidence', 'waiver'] as const;

const note = prose(2000);

/** Evidence says what it is; a waiver says why, and the last day on which it holds. */
export const newSubmission = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('evidence'), note }),
  z.strictObject({ kind: z.literal('waiver'), note, until: localDate }),
]);
export type NewSubmission = z.output<typeof newSubmission>;

export const outcomes = ['accepted', 'rejected', 'opened'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Another person's word on what was handed in. The reason of a rejection is for whoever handed it in; the remark stays
 * with the insurer. What was accepted or waived can be opened again, with a reason.
 */
export const itemDecision = z
  .strictObject({
    outcome: z.enum(outcomes),
    reason: text(500).optional().meta({ description: 'the vendor reads it' }),
    remark: prose(2000).optional().meta({ description: 'the insurer’s people read it, nobody else' }),
  })
  .refine(({ outcome, reason }) => outcome === 'accepted' || reason !== undefined, {
    message: 'say why',
    path: ['reason'],
  });
export type ItemDecision = z.output<typeof itemDecision>;

const by = z.strictObject({ id: z.string(), name: z.string() });

export const submission = z.strictObject({
  id,
  kind: z.enum(submissionKinds),
  side: z.enum(askedOf),
  note: z.string(),
  until: localDate.nullable(),
  by,
  at: instant,
  decisions: z
    .array(
      z.strictObject({
        outcome: z.enum(outcomes),
        reason: z.string().nullable(),
        remark: z.string().nullable(),
        by,
        at: instant,
      }),
    )
    .meta({ description: 'oldest first; the insurer’s side only: a partner reads `rejection` of the item' }),
});
export type Submission = z.output<typeof submission>;

/** An item as it is asked of one vendor: copied from the template, and not changed by later versions of it. */
export const dueDiligenceItem = z.strictObject({
  id,
  vendor: z.strictObject({ id, code: z.string(), name: z.string() }),
  code: z.string(),
  title: z.string(),
  titleEs: z.string().nullable(),
  guidance: z.string().nullable(),
  guidanceEs: z.string().nullable(),
  applies,
  gate: z.enum(itemGates),
  askedOf: z.enum(askedOf),
  standing: z.enum(itemStandings),
  waivedUntil: localDate.nullable(),
  rejection: z.string().nullable().meta({ description: 'why what was handed in last is not enough' }),
  submissions: z.array(submission).meta({ description: 'newest first; a partner sees its own side’s' }),
  /** Whether the caller handed in what waits: somebody else has to look at it. */
  ownSubmission: z.boolean(),
  updatedAt: instant,
  version,
});
export type DueDiligenceItem = z.output<typeof dueDiligenceItem>;

/** All of one vendor. */
export const dueDiligence = z.strictObject({
  items: z.array(dueDiligenceItem),
  template: z
    .strictObject({
      number: z
        .int()
        .min(1)
        .nullable()
        .meta({ description: 'the version the items come from; null: none yet' }),
      newest: z.int().min(1),
    })
    .nullable()
    .meta({ description: 'the insurer’s side only' }),
});
export type DueDiligence = z.output<typeof dueDiligence>;

/** What taking the newest version of the template over did to a vendor’s items, by code. */
export const takeover = z.strictObject({
  template: z.int().min(1),
  added: z.array(z.string()),
  changed: z.array(z.string()).meta({ description: 'asked in other words now, and open again' }),
  withdrawn: z.array(z.string()),
});
export type Takeover = z.output<typeof takeover>;
