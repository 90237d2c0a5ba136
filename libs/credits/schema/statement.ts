import { id, instant, period, prose, version } from '@plumbline/api/schema';
import { exactDecimal, traceStep, vendorName } from '@plumbline/slas/schema';
import * as z from 'zod';
import { creditSchemeTerms } from './scheme-terms';
import { statementEntry, statementLine, statementTrigger } from './statement-line';

/**
 * `draft`: the insurer’s own; `shared`: the vendor sees it and may dispute lines; `approved`: frozen; `withdrawn`: no scheme
 * prices its month any more, so that nothing is due by it.
 */
export const statementStates = ['draft', 'shared', 'approved', 'withdrawn'] as const;

export const disputeStates = ['open', 'upheld', 'changed', 'withdrawn'] as const;

export const exportFacts = z.strictObject({
  number: z.int().min(1).meta({ description: 'once only in the tenant' }),
  reference: z.string(),
  exportedBy: z.string(),
  exportedAt: instant,
});

export const creditStatementSummary = z.strictObject({
  id,
  vendor: vendorName,
  contract: z.strictObject({ id, reference: z.string(), versionNumber: z.int().min(1) }),
  period,
  state: z.enum(statementStates),
  complete: z
    .boolean()
    .meta({ description: 'every result it settles is final, and every line has a figure' }),
  currency: z.string(),
  credit: exactDecimal.meta({ description: 'of the month itself, rounded' }),
  total: exactDecimal.meta({ description: 'with the entries of earlier months' }),
  openDisputes: z.int().min(0),
  approvals: z.int().min(0).meta({ description: 'of what the statement says now; 0 for a vendor’s user' }),
  triggered: z.int().min(0).meta({ description: 'repeat rules that hold as of the month' }),
  builtAt: instant,
  approvedAt: instant.nullable(),
  export: exportFacts.nullable(),
  version,
});

export const creditDispute = z.strictObject({
  id,
  slaId: id,
  name: z.string(),
  reason: z.string(),
  state: z.enum(disputeStates),
  raisedBy: z.string(),
  raisedAt: instant,
  note: z
    .string()
    .nullable()
    .meta({ description: 'what the insurer says about its decision; both sides read it' }),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
});

export const creditRemark = z.strictObject({ id, author: z.string(), text: z.string(), createdAt: instant });

export const creditStatement = creditStatementSummary.extend({
  fee: exactDecimal,
  uncapped: exactDecimal,
  cap: exactDecimal,
  yearCredited: exactDecimal.meta({ description: 'credited in the contract year before this month' }),
  schemeRevision: z.int().min(1),
  terms: creditSchemeTerms,
  lines: z.array(statementLine),
  entries: z.array(statementEntry),
  triggers: z.array(statementTrigger),
  trace: z.array(traceStep),
  request: z.unknown().meta({ description: 'what the engine was asked, as `credit.compute` takes it' }),
  disputes: z.array(creditDispute),
  approvers: z.array(z.strictObject({ name: z.string(), at: instant })),
  remarks: z.array(creditRemark).meta({ description: 'the insurer’s own; empty for a vendor’s user' }),
  sharedBy: z.string().nullable(),
  sharedAt: instant.nullable(),
  /** Entries of later statements that put this one right. */
  correctedBy: z.array(z.strictObject({ statementId: id, period, amount: exactDecimal })),
});

export const newCreditDispute = z.strictObject({ slaId: id, reason: prose(4000) });

/** `upheld`: the line stands as it was computed; `changed`: an exclusion or a waiver changed it. */
export const creditDisputeDecision = z.strictObject({
  decision: z.enum(['upheld', 'changed']),
  note: prose(4000),
});

export const newCreditRemark = z.strictObject({ text: prose(4000) });

export const exportedStatement = z.strictObject({
  format: z.literal('plumbline.credit-statement/1'),
  statement: creditStatement,
  /** Lines for `npm run engine`, which arrives at the same amounts; what each has to arrive at stands beside it. */
  recompute: z.array(
    z.strictObject({ id: z.string(), op: z.string(), input: z.unknown(), amount: exactDecimal }),
  ),
});

/** A repeat rule that holds, with the statement that says so. */
export const heldTrigger = statementTrigger.extend({
  vendor: vendorName,
  contract: creditStatementSummary.shape.contract,
  statementId: id,
  period,
});

export const heldTriggers = z.strictObject({ items: z.array(heldTrigger) });

export type StatementState = (typeof statementStates)[number];
export type DisputeState = (typeof disputeStates)[number];
export type CreditStatementSummary = z.output<typeof creditStatementSummary>;
export type CreditStatement = z.output<typeof creditStatement>;
export type CreditDispute = z.output<typeof creditDispute>;
export type NewCreditDispute = z.output<typeof newCreditDispute>;
export type CreditDisputeDecision = z.output<typeof creditDisputeDecision>;
export type CreditRemark = z.output<typeof creditRemark>;
export type NewCreditRemark = z.output<typeof newCreditRemark>;
export type ExportedStatement = z.output<typeof exportedStatement>;
export type HeldTrigger = z.output<typeof heldTrigger>;
