import { id, localDate, text } from '@plumbline/api/schema';
import { findingParameters } from '@plumbline/measurements/schema';
import * as z from 'zod';

/**
 * Something a contract version lacks, as a code with what stands in its sentence (decision 0012). Open blocking ones keep
 * a draft from being activated.
 */
export const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(['blocking', 'advice']),
  path: z.string().meta({ description: 'where in the terms, dot-separated; empty for the whole' }),
  key: z.string().meta({
    description:
      'the same lack has the same key in every version of the contract; a weaker clause has another',
  }),
  parameters: findingParameters,
  detail: z.string().meta({ description: 'the sentence in English' }),
  waivable: z.boolean().meta({ description: 'a waiver can be asked for' }),
});

/** Who sees to a finding, and until when. */
export const findingAssignment = z.strictObject({
  owner: z.strictObject({ id, name: z.string() }),
  dueOn: localDate,
  overdue: z.boolean().meta({ description: 'open after that day, in the tenant’s zone' }),
});

/** A finding as it stands today. */
export const standingFinding = finding.extend({
  standing: z.enum(['open', 'waived']),
  assignment: findingAssignment.nullable(),
  waiver: z
    .strictObject({ id, expiresOn: localDate.meta({ description: 'last day on which it counts' }) })
    .nullable()
    .meta({ description: 'the waiver in force' }),
  requestedWaiverId: id.nullable().meta({ description: 'a waiver that waits for another person’s decision' }),
  expiredOn: localDate.nullable().meta({ description: 'the last day of a waiver that counts no more' }),
});

export const newFindingAssignment = z.strictObject({
  number: z.int().min(1).meta({ description: 'a version that has the finding' }),
  key: text(200),
  ownerId: id.meta({ description: 'a person of the insurer’s side' }),
  dueOn: localDate,
});

export type Finding = z.output<typeof finding>;
export type FindingAssignment = z.output<typeof findingAssignment>;
export type StandingFinding = z.output<typeof standingFinding>;
export type NewFindingAssignment = z.output<typeof newFindingAssignment>;
