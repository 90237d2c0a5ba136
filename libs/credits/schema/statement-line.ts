import { id, period } from '@plumbline/api/schema';
import { target, targetSegment } from '@plumbline/contracts/schema';
import { directions, metricFamilies, metricUnits } from '@plumbline/sla-engine';
import { exactDecimal, figure, resultState, traceStep, windowsOfMonth } from '@plumbline/slas/schema';
import * as z from 'zod';
import { creditMethod, creditTriggerTerms } from './scheme-terms';
import { lineStandings } from './settlement';

const money = exactDecimal.meta({ description: 'exact decimal in the statement’s currency' });

/**
 * One SLA of the month as the statement settled it. The line holds everything it is read by: an approved statement stays
 * whole when metrics are renamed and contracts amended.
 */
export const statementLine = figure.extend({
  slaId: id,
  name: z.string().meta({ description: 'as the trace says it; unique in the statement' }),
  metric: z.strictObject({
    id,
    code: z.string(),
    name: z.string(),
    unit: z.enum(metricUnits),
    direction: z.enum(directions),
    family: z.enum(metricFamilies),
  }),
  segment: targetSegment,
  target,
  clause: z.string(),
  windows: windowsOfMonth.optional().meta({
    description: 'of an SLA that is judged over other windows than months: those that end in the month',
  }),
  resultId: id.nullable().meta({ description: 'null: not evaluated yet, or no window ends in the month' }),
  resultRevision: z.int().min(1).nullable(),
  /** How the scheme prices it; null where it is not in the scheme. */
  agreed: z
    .strictObject({
      pool: z.string(),
      poolShare: exactDecimal,
      allocation: exactDecimal,
      method: creditMethod,
      event: z.string().nullable(),
    })
    .nullable(),
  standing: z.enum(lineStandings),
  occurrence: z.int().min(0).meta({ description: 'which miss in a row; 0 where it is none' }),
  skipped: z
    .array(period)
    .meta({ description: 'months without a verdict that were skipped in counting misses in a row' }),
  amount: money.meta({ description: 'unrounded, before the cap of the month' }),
  problem: z.string().nullable().meta({ description: 'why money could not be computed' }),
});

export const entryKinds = ['adjustment', 'earnBack'] as const;

/** Money of an earlier, approved month that is put right here; that month's statement never changes (semantics rule 22). */
export const statementEntry = z.strictObject({
  kind: z.enum(entryKinds),
  period,
  statementId: id,
  slaId: id.nullable(),
  name: z.string().nullable(),
  amount: money.meta({ description: 'positive in the insurer’s favour, negative in the vendor’s' }),
  /** Lines whose state or value differs from what was approved, for an adjustment. */
  changes: z.array(
    z.strictObject({
      name: z.string(),
      before: z.strictObject({ state: resultState, value: exactDecimal.nullable() }),
      after: z.strictObject({ state: resultState, value: exactDecimal.nullable() }),
    }),
  ),
  trace: z.array(traceStep),
  requests: z.array(z.strictObject({ op: z.string(), input: z.unknown() })),
});

/** A repeat rule of the scheme as it stands for one SLA as of the month. */
export const statementTrigger = creditTriggerTerms.extend({
  slaId: id,
  name: z.string(),
  triggered: z.boolean(),
  months: z.array(z.strictObject({ period, verdict: z.enum(['P', 'F', '?']) })),
  undecided: z.int().min(0).meta({ description: 'months without a verdict: skipped, never a reset' }),
  trace: z.array(traceStep),
});

export type StatementLine = z.output<typeof statementLine>;
export type StatementEntry = z.output<typeof statementEntry>;
export type StatementTrigger = z.output<typeof statementTrigger>;
