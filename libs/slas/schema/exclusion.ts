import { id, instant, localDate, prose, text, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { vendorName } from './result';

/** `exclude`: counted rows are taken out; `waive`: a breach stays on record and has no consequence (semantics rule 20). */
export const exclusionEffects = ['exclude', 'waive'] as const;
export const exclusionKinds = ['client_outage', 'beyond_forecast', 'force_majeure', 'other'] as const;
export const exclusionStates = ['requested', 'approved', 'declined'] as const;

export const exclusion = z.strictObject({
  id,
  vendor: vendorName,
  contract: z.strictObject({ id, reference: z.string() }),
  sla: z
    .strictObject({ id, name: z.string() })
    .nullable()
    .meta({ description: 'null: every SLA of the contract' }),
  effect: z.enum(exclusionEffects),
  kind: z.enum(exclusionKinds),
  clause: z.string().nullable().meta({ description: 'the clause that allows it' }),
  startsAt: instant,
  endsAt: instant,
  timezone: z.string().meta({ description: 'zone of the contract, in which days begin and end' }),
  reason: z.string().meta({ description: 'what happened, and what shows it' }),
  requestedSide: z.enum(['insurer', 'vendor']),
  requestedBy: z.string(),
  requestedAt: instant,
  state: z.enum(exclusionStates),
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  version,
});

const halfHour = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):(?:00|30)$/, 'a full or half hour such as 10:30')
  .optional();

/** Longer than any outage or season: what goes on after that is a matter of the contract. */
export const MOST_EXCLUDED_DAYS = 366;

/** Whole days, or from a half hour of the first day to one of the last, in the contract’s zone. */
export const newExclusion = z
  .strictObject({
    contractId: id,
    slaId: id.optional(),
    effect: z.enum(exclusionEffects),
    kind: z.enum(exclusionKinds),
    clause: text(80).optional(),
    firstDate: localDate,
    lastDate: localDate,
    from: halfHour.meta({ description: 'of the first date; the whole day where absent' }),
    to: halfHour.meta({ description: 'of the last date; the whole day where absent' }),
    reason: prose(4000),
  })
  .refine(({ firstDate, lastDate }) => firstDate <= lastDate, {
    path: ['lastDate'],
    message: 'not before the first date',
  })
  .refine(({ firstDate, lastDate }) => daysFrom(firstDate, lastDate) < MOST_EXCLUDED_DAYS, {
    path: ['lastDate'],
    message: `at most ${MOST_EXCLUDED_DAYS} days from the first date`,
  })
  .refine(({ kind, clause }) => kind !== 'other' || clause !== undefined, {
    path: ['clause'],
    message: 'name the clause that allows it',
  })
  .refine(({ effect, slaId }) => effect === 'exclude' || slaId !== undefined, {
    path: ['slaId'],
    message: 'a breach of one SLA is waived',
  });

function daysFrom(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}

export const exclusionDecision = z.strictObject({
  decision: z.enum(['approved', 'declined']),
  note: prose(4000).optional(),
});

export type Exclusion = z.output<typeof exclusion>;
export type NewExclusion = z.output<typeof newExclusion>;
export type ExclusionDecision = z.output<typeof exclusionDecision>;
export type ExclusionState = (typeof exclusionStates)[number];
