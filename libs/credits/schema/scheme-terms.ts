import { decimal, id, period, prose, text } from '@plumbline/api/schema';
import { parseExact } from '@plumbline/sla-engine';
import * as z from 'zod';
import { currency } from './currencies';

/** A share of one: 10 % is 0.10. Its range is the engine's to judge. */
const share = decimal;

const money = decimal.refine((value) => {
  const exact = parseExact(value);
  return exact.ok && exact.value.gte(0);
}, 'an amount that is not negative');

export const creditBand = z.strictObject({
  from: decimal.meta({ description: 'lower edge, which belongs to the band' }),
  to: decimal.meta({
    description: 'upper edge, which belongs to the next band; to this one where it is the topmost',
  }),
  share: share.meta({ description: 'share of the allocation that a value in it costs' }),
});

/** How a missed SLA turns into a share of its allocation (semantics rule 23). */
export const creditMethod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allocation') }).meta({ description: 'the whole allocation is lost' }),
  z.strictObject({ kind: z.literal('bands'), bands: z.array(creditBand).min(1).max(20) }),
  z.strictObject({
    kind: z.literal('points'),
    points: decimal.meta({ description: 'points a miss scores' }),
    value: share.meta({ description: 'share of the allocation that a point costs' }),
  }),
  z.strictObject({
    kind: z.literal('perFullPoint'),
    share: share.meta({ description: 'share of the allocation for each full point below the target' }),
    pointSize: decimal.default('0.01').meta({ description: '0.01 of a share, or so many seconds' }),
  }),
  z.strictObject({ kind: z.literal('percentageGap'), gap: z.enum(['absolute', 'relative']) }),
]);

export const creditSchemeLine = z.strictObject({
  slaId: id,
  pool: text(60).meta({ description: 'name of the pool it draws on' }),
  allocation: share.meta({ description: 'share of the pool this SLA stands for' }),
  method: creditMethod,
  event: text(60)
    .nullable()
    .default(null)
    .meta({ description: 'SLAs with the same word here fail by one event and pay once (semantics rule 24)' }),
});

export const triggerRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('consecutive'), n: z.int().min(1).max(36) }),
  z.strictObject({ kind: z.literal('kOfN'), k: z.int().min(1).max(36), n: z.int().min(1).max(36) }),
]);

export const triggerEffects = ['chronic', 'termination'] as const;

export const creditTriggerTerms = z.strictObject({ effect: z.enum(triggerEffects), rule: triggerRule });

/** What a contract version says about money for missed SLAs, whole: it is replaced as one. */
export const creditSchemeTerms = z.strictObject({
  currency,
  from: period.meta({ description: 'first month that is settled by it' }),
  fees: z
    .array(z.strictObject({ from: period, amount: money }))
    .min(1)
    .max(120)
    .meta({ description: 'the monthly fee, each from a month on' }),
  atRisk: share.meta({ description: 'share of the fee that credits may take at most' }),
  pools: z
    .array(z.strictObject({ name: text(60), share }))
    .min(1)
    .max(20)
    .meta({ description: 'shares of the at-risk amount' }),
  lines: z.array(creditSchemeLine).min(1).max(100),
  caps: z
    .strictObject({
      perFailure: share.nullable().default(null).meta({ description: 'share of the fee' }),
      month: share.nullable().default(null).meta({ description: 'share of the fee' }),
      amount: money.nullable().default(null).meta({ description: 'money a month' }),
      yearAmount: money.nullable().default(null).meta({ description: 'money a contract year' }),
    })
    .default({ perFailure: null, month: null, amount: null, yearAmount: null }),
  repeat: z
    .array(decimal)
    .max(12)
    .default([])
    .meta({ description: 'multipliers of the first, second, … miss in a row; the last goes on' }),
  election: z.enum(['larger', 'smaller', 'order']).default('larger'),
  earnBackMonths: z
    .int()
    .min(1)
    .max(36)
    .nullable()
    .default(null)
    .meta({ description: 'months at target in a row after which a credit is returned; null: never' }),
  notReported: z
    .enum(['nothing', 'allocation'])
    .default('nothing')
    .meta({ description: 'what a month without a report costs (semantics rule 17)' }),
  triggers: z.array(creditTriggerTerms).max(10).default([]),
  speedOutweighsReason: prose(1000)
    .nullable()
    .default(null)
    .meta({ description: 'why speed may outweigh quality and compliance here (K10)' }),
});

export type CreditBandTerms = z.output<typeof creditBand>;
export type CreditMethodTerms = z.output<typeof creditMethod>;
export type CreditSchemeLine = z.output<typeof creditSchemeLine>;
export type CreditTriggerTerms = z.output<typeof creditTriggerTerms>;
export type CreditSchemeTerms = z.output<typeof creditSchemeTerms>;
export type CreditSchemeTermsInput = z.input<typeof creditSchemeTerms>;
