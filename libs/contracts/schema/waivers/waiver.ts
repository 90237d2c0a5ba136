import { id, instant, localDate, prose, text, version, versionNumber } from '@plumbline/api/schema';
import { findingParameters } from '@plumbline/measurements/schema';
import * as z from 'zod';

export const waiverStates = ['requested', 'approved', 'refused', 'withdrawn'] as const;
export type WaiverState = (typeof waiverStates)[number];

const by = z.strictObject({ id: z.string(), name: z.string() });

/** A signed statement that the insurer lives with a clause that is missing or weaker, until a day. */
export const waiver = z.strictObject({
  id,
  contract: z.strictObject({ id, reference: z.string() }),
  vendor: z.strictObject({ id, name: z.string() }),
  number: z
    .int()
    .meta({ description: 'the version it was asked for; it covers the same finding in later ones' }),
  finding: z.strictObject({
    code: z.string(),
    key: z.string(),
    parameters: findingParameters,
    detail: z.string(),
  }),
  reason: z.string(),
  expiresOn: localDate.meta({ description: 'last day on which it counts, in the tenant’s zone' }),
  state: z.enum(waiverStates),
  inForce: z.boolean().meta({ description: 'approved, and its last day is not over' }),
  requestedBy: by,
  requestedAt: instant,
  decidedBy: by.nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable().meta({ description: 'what was said with the decision or the withdrawal' }),
  withdrawnBy: by.nullable(),
  withdrawnAt: instant.nullable(),
  version,
});
export type Waiver = z.output<typeof waiver>;

export const newWaiver = z.strictObject({
  number: versionNumber.meta({ description: 'a version that has the finding' }),
  key: text(200).meta({ description: 'of the finding' }),
  reason: prose(2000),
  expiresOn: localDate,
});
export type NewWaiver = z.output<typeof newWaiver>;

export const waiverDecision = z.strictObject({
  decision: z.enum(['approve', 'refuse']),
  note: prose(2000).nullable().default(null),
});
export type WaiverDecision = z.output<typeof waiverDecision>;

export const waiverWithdrawal = z.strictObject({ note: prose(2000) });
export type WaiverWithdrawal = z.output<typeof waiverWithdrawal>;
