import { prose, text } from '@plumbline/api/schema';
import * as z from 'zod';

/** What a contract with a vendor speaks of (V2). */
export const clauseKinds = [
  'service_levels',
  'right_to_audit',
  'incident_notice',
  'background_checks',
  'data_residency',
  'attestation',
  'continuity_test',
  'subcontracting',
  'termination',
  'other',
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** What is looked into before an agent sees member data; `exclusion_list`: 42 CFR 1001.1901, the OIG's list. */
export const backgroundChecks = [
  'identity',
  'criminal',
  'employment',
  'education',
  'credit',
  'exclusion_list',
] as const;
export type BackgroundCheck = (typeof backgroundChecks)[number];

/** Whether the vendor may pass work on to a fourth party (45 CFR 164.308(b)(2)). */
export const subcontractingRules = ['not_allowed', 'with_consent', 'allowed'] as const;
export type SubcontractingRule = (typeof subcontractingRules)[number];

const passage = {
  /** As the document numbers it: `4.2`, `Schedule B`. SLAs point here. */
  number: text(40),
  heading: text(200),
  text: prose(8000),
  page: z.int().min(1).max(9999).nullable().default(null),
};

function clauseOf<Kind extends ClauseKind, Terms extends z.ZodType>(kind: Kind, terms: Terms) {
  return z.strictObject({ kind: z.literal(kind), ...passage, terms });
}

const noTerms = z.strictObject({}).default({});

/**
 * A passage of a contract version; `terms` are what the product holds the vendor to, where the kind has any. Terms that
 * came later have defaults that mean what a clause without them meant.
 */
export const clause = z.discriminatedUnion('kind', [
  clauseOf('service_levels', noTerms),
  clauseOf('right_to_audit', z.strictObject({ noticeDays: z.int().min(0).max(365) })),
  clauseOf('incident_notice', z.strictObject({ withinHours: z.int().min(1).max(8760) })),
  clauseOf(
    'background_checks',
    z
      .strictObject({
        checks: z.array(z.enum(backgroundChecks)).max(backgroundChecks.length).default([]),
        yearly: z.boolean().default(false).meta({ description: 'repeated every year' }),
      })
      .default({ checks: [], yearly: false }),
  ),
  clauseOf(
    'data_residency',
    z.strictObject({ regions: z.array(text(60)).min(1, 'name at least one region').max(50) }),
  ),
  clauseOf(
    'attestation',
    z.strictObject({
      standards: z.array(text(60)).min(1, 'name at least one standard').max(20),
      yearly: z.boolean().default(true),
    }),
  ),
  clauseOf('continuity_test', z.strictObject({ timesAYear: z.int().min(1).max(52) })),
  clauseOf('subcontracting', z.strictObject({ rule: z.enum(subcontractingRules) })),
  clauseOf(
    'termination',
    z.strictObject({
      noticeDays: z.int().min(0).max(1095).meta({ description: 'of either side, without a cause' }),
      cureDays: z
        .int()
        .min(0)
        .max(365)
        .nullable()
        .default(null)
        .meta({ description: 'to put a cause right before it ends; null: ends at once for a cause' }),
    }),
  ),
  clauseOf('other', noTerms),
]);

export type Clause = z.output<typeof clause>;
