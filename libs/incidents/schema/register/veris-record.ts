import * as z from 'zod';
import { type causeActions, type causeActors } from '../kinds';

/** Whose lists a record is written by (verisframework.org). */
export const verisVersion = '1.3.7';

/** Cause codes are the top level of VERIS: what kind of error or theft it was is not coded, which VERIS calls Unknown. */
const unknown = z.tuple([z.literal('Unknown')]);
const lasting = z.strictObject({ unit: z.enum(['Seconds', 'Unknown']), value: z.number().optional() });
const notes = z.strictObject({ notes: z.string().optional() });

const coded = z.strictObject({ variety: unknown, vector: unknown });
const actionShapes = {
  malware: coded,
  hacking: coded,
  social: coded.extend({ target: unknown }),
  misuse: coded,
  physical: coded,
  error: coded,
  environmental: z.strictObject({ variety: unknown }),
  unknown: notes,
} satisfies Record<(typeof causeActions)[number], z.ZodType>;

const actorShapes = {
  external: z.strictObject({ country: unknown, variety: unknown, motive: unknown }),
  internal: z.strictObject({ variety: unknown, motive: unknown }),
  partner: z.strictObject({ country: unknown, motive: unknown, notes: z.string().optional() }),
  unknown: notes,
} satisfies Record<(typeof causeActors)[number], z.ZodType>;

export const verisAssets = [
  'S - Unknown',
  'N - Unknown',
  'U - Unknown',
  'M - Unknown',
  'P - Unknown',
  'T - Unknown',
  'E - Unknown',
  'Unknown',
] as const;

const some = (part: object) => Object.keys(part).length > 0;

/** One incident as VERIS 1.3.7 has it, as far as what is recorded here fills it; strict, as its own schema is. */
export const verisRecord = z.strictObject({
  schema_version: z.literal(verisVersion),
  incident_id: z.string(),
  source_id: z.string(),
  security_incident: z.enum(['Confirmed', 'Suspected', 'False positive']),
  summary: z.string(),
  reference: z.string(),
  timeline: z.strictObject({
    incident: z.strictObject({
      year: z.int(),
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
    }),
    discovery: lasting,
    containment: lasting,
  }),
  victim: z.strictObject({
    victim_id: z.string(),
    // NAICS 524114: direct health and medical insurance carriers
    industry: z.literal('524114'),
    employee_count: z.literal('Unknown'),
    country: unknown,
  }),
  actor: z.strictObject(actorShapes).partial().refine(some, 'somebody'),
  action: z.strictObject(actionShapes).partial().refine(some, 'something'),
  asset: z.strictObject({ assets: z.array(z.strictObject({ variety: z.enum(verisAssets) })).min(1) }),
  attribute: z
    .strictObject({
      confidentiality: z.strictObject({
        data_disclosure: z.enum(['Yes', 'No', 'Potentially', 'Unknown']),
        data_total: z.int().optional(),
        data: z
          .array(z.strictObject({ variety: z.literal('Medical'), amount: z.int().optional() }))
          .min(1)
          .optional(),
      }),
      integrity: z.strictObject({ variety: unknown }),
      availability: z.strictObject({ variety: unknown }),
    })
    .partial()
    .refine(some, 'something'),
  discovery_method: z.strictObject({
    partner: z.strictObject({ variety: unknown }).optional(),
    internal: z.strictObject({ variety: unknown }).optional(),
    unknown: notes.optional(),
  }),
  plus: z
    .strictObject({
      vendor_code: z.string(),
      service: z.string(),
      notified_at: z.string().nullable(),
      acknowledged_at: z.string().nullable(),
    })
    .meta({ description: 'what VERIS leaves to whoever writes the record' }),
});
export type VerisRecord = z.output<typeof verisRecord>;
