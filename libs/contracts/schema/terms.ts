import { decimal, localDate, prose, timezone } from '@plumbline/api/schema';
import { parseExact } from '@plumbline/sla-engine';
import * as z from 'zod';
import { clause } from './clause';
import { serviceLevel } from './service-level';

const share = decimal.refine((value) => {
  const exact = parseExact(value);
  return exact.ok && exact.value.gte(0) && exact.value.lte(1);
}, 'a share from 0 to 1');

/** How long the contract as a whole runs, whichever version is in force; days are the insurer's, both belong to it. */
export const contractTerm = z.strictObject({
  startsOn: localDate,
  endsOn: localDate.meta({ description: 'last day' }),
  renewalMonths: z
    .int()
    .min(1)
    .max(120)
    .nullable()
    .default(null)
    .meta({ description: 'renews by itself for so many months, again and again; null: it ends' }),
  notice: z
    .strictObject({ count: z.int().min(0).max(1095), unit: z.enum(['days', 'months']) })
    .nullable()
    .default(null)
    .meta({ description: 'how long before the end notice is given at the latest' }),
});

/**
 * The terms of a contract version, whole: a draft is replaced as one, so that weights and references are never seen half
 * changed. A draft may still break rules that activation demands; `version-findings.ts` lists them.
 */
export const terms = z.strictObject({
  effectiveFrom: localDate.meta({ description: 'first day, in the version’s zone' }),
  effectiveTo: localDate.nullable().default(null).meta({ description: 'first day no longer in force' }),
  timezone,
  reportingDueDay: z
    .int()
    .min(1)
    .max(28)
    .meta({ description: 'day of the following month by whose end the KPI file is due' }),
  admitsClaimed: z
    .boolean()
    .default(false)
    .meta({ description: 'percent-only figures are shown as claimed (semantics rule 13)' }),
  minimumCoverage: share
    .default('0.6')
    .meta({ description: 'share of the weight that needs a verdict, else the score is withheld' }),
  speedOutweighsReason: prose(1000)
    .nullable()
    .default(null)
    .meta({ description: 'why speed may outweigh quality and compliance here (K10)' }),
  term: contractTerm.nullable().default(null),
  clauses: z.array(clause).max(100),
  slas: z.array(serviceLevel).max(100),
});

export type ContractTerm = z.output<typeof contractTerm>;
export type Terms = z.output<typeof terms>;
export type TermsInput = z.input<typeof terms>;
