import { id, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { phiKindList, place } from './kinds';

/** What flows (D4). */
export const flowKinds = ['recordings', 'transcripts', 'mail', 'crm_notes', 'other'] as const;
export type FlowKind = (typeof flowKinds)[number];

/** One row of the data-flow map: what is kept in which system, where, by whom and for how long. */
export const newDataFlow = z
  .strictObject({
    kind: z.enum(flowKinds),
    called: text(120).nullable().default(null).meta({ description: 'what it is, where the kind is other' }),
    system: text(120),
    place: place.meta({ description: 'a country, a part of one (US-TX) or a named region (EU)' }),
    phiKinds: phiKindList.default([]),
    fourthPartyId: id.nullable().default(null).meta({ description: 'who keeps it; null: the vendor itself' }),
    retentionDays: z
      .int()
      .min(0)
      .max(36_500)
      .nullable()
      .default(null)
      .meta({ description: 'null: not said' }),
  })
  .refine(({ kind, called }) => kind !== 'other' || called !== null, {
    path: ['called'],
    message: 'say what flows',
  });

export type NewDataFlow = z.output<typeof newDataFlow>;
