import { id, instant, versionNumber } from '@plumbline/api/schema';
import { vendorName } from '@plumbline/slas/schema';
import * as z from 'zod';
import { creditSchemeLine, creditSchemeTerms } from './scheme-terms';

const contractName = z.strictObject({ id, reference: z.string(), versionNumber: z.int().min(1) });

/** One revision of a scheme. Revisions never change: a statement that was approved keeps the one it was settled by. */
export const creditScheme = z.strictObject({
  id,
  vendor: vendorName,
  contract: contractName,
  revision: z.int().min(1),
  terms: creditSchemeTerms,
  enteredBy: z.string(),
  enteredAt: instant,
  revisions: z.array(z.strictObject({ revision: z.int().min(1), enteredBy: z.string(), enteredAt: instant })),
});

export const creditSchemeSummary = creditScheme
  .pick({ id: true, vendor: true, contract: true, revision: true, enteredBy: true, enteredAt: true })
  .extend({ currency: z.string(), from: z.string(), lines: z.int() });

export const newCreditScheme = z.strictObject({
  contractId: id,
  number: versionNumber.meta({ description: 'of the contract version' }),
  replaces: z
    .int()
    .min(0)
    .max(1_000_000)
    .meta({ description: 'the revision that was read; 0: there is none yet' }),
  terms: creditSchemeTerms,
});

const schemeSource = z.strictObject({
  contract: contractName,
  revision: z.int().min(1),
});

/** What another contract version's scheme would be here: filled in, for somebody to look at and enter. */
export const proposedCreditScheme = z.strictObject({
  source: schemeSource,
  terms: creditSchemeTerms.extend({ lines: z.array(creditSchemeLine) }),
  left: z.array(z.string()).meta({ description: 'SLAs that were priced and are not agreed here' }),
  unpriced: z.array(z.string()).meta({ description: 'SLAs that are agreed here and were not priced' }),
});

/** A contract version in force, or still to come, that no money is agreed with although money was agreed before it. */
export const creditSchemeGap = z.strictObject({
  vendor: vendorName,
  contract: contractName,
  from: z.string().meta({ description: 'first month of the version: nothing is settled from then on' }),
  source: schemeSource,
});

export const creditSchemeGaps = z.strictObject({ items: z.array(creditSchemeGap) });

export type ProposedCreditScheme = z.output<typeof proposedCreditScheme>;
export type CreditSchemeGap = z.output<typeof creditSchemeGap>;
export type CreditScheme = z.output<typeof creditScheme>;
export type CreditSchemeSummary = z.output<typeof creditSchemeSummary>;
export type NewCreditScheme = z.output<typeof newCreditScheme>;
