import { localDate, prose, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { eachOnce, phiKindList, place } from './kinds';

/** Somebody whom a vendor hands a part of the work, or of the data, on to (V1). */
export const newFourthParty = z
  .strictObject({
    name: text(120),
    service: text(200),
    phiKinds: phiKindList.default([]),
    places: eachOnce(place, 50).min(1, 'name at least one country or region'),
    since: localDate,
    until: localDate.nullable().default(null).meta({ description: 'first day no longer' }),
  })
  .refine(({ since, until }) => until === null || since < until, {
    path: ['until'],
    message: 'after the day it began',
  });

export const approvals = ['waiting', 'approved', 'refused'] as const;
export type Approval = (typeof approvals)[number];

/** What the insurer says of a fourth party; nobody approves the one they entered. */
export const fourthPartyDecision = z.strictObject({
  approval: z.enum(['approved', 'refused']),
  reason: prose(500),
});

export type NewFourthParty = z.output<typeof newFourthParty>;
export type FourthPartyDecision = z.output<typeof fourthPartyDecision>;
