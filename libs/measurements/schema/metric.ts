import { decimal, id, instant, period, text, version } from '@plumbline/api/schema';
import { directions, metricFamilies, metricUnits, shortAbandonRules } from '@plumbline/sla-engine';
import * as z from 'zod';
import { measureCode } from './measure';

/** One summand: a measure, times its weight where it is not 1 (`-1` takes away). */
export const term = z.strictObject({ measure: measureCode, weight: decimal.optional() });

/**
 * What is divided by what, as data (semantics rules 13 and 14). Unit and direction belong to the metric and never change;
 * everything here may, from a later month on.
 */
export const metricTerms = z.strictObject({
  numerator: z.array(term).min(1).max(20),
  denominator: z.array(term).max(20).meta({ description: 'empty: the value is the total of the numerator' }),
  threshold: z
    .strictObject({ seconds: z.int().min(1).max(31_536_000), comparison: z.enum(['<=', '<']) })
    .optional(),
  shortAbandon: z
    .strictObject({
      seconds: z.int().min(1).max(3600),
      rule: z.enum(shortAbandonRules),
      measure: measureCode.optional(),
    })
    .optional(),
  repeatWindowDays: z.int().min(1).max(90).optional(),
  sampled: z
    .boolean()
    .optional()
    .meta({ description: 'numerator: passes, denominator: sample size (semantics rule 19)' }),
});

export const metricVersion = z.strictObject({
  number: z.int().min(1),
  effectiveFrom: period.meta({ description: 'the first month that is read by this definition' }),
  terms: metricTerms,
  createdBy: z.string(),
  createdAt: instant,
});

const described = {
  code: measureCode,
  name: text(120),
  family: z.enum(metricFamilies),
  unit: z.enum(metricUnits),
  direction: z.enum(directions),
  source: text(300).meta({ description: 'a standard, a contract clause, a requirement' }),
};

export const metricSummary = z.strictObject({
  id,
  ...described,
  name: z.string(),
  source: z.string(),
  current: metricVersion.meta({ description: 'the definition that reads the month of today' }),
  upcoming: metricVersion.nullable().meta({ description: 'the next definition, where one is agreed' }),
});

export const metric = metricSummary.extend({ versions: z.array(metricVersion), createdAt: instant, version });

export const newMetric = z.strictObject({
  ...described,
  terms: metricTerms,
  effectiveFrom: period
    .default('2000-01')
    .meta({ description: 'a new metric has no past to change: any month, also an early one' }),
});

export const newMetricVersion = z.strictObject({
  effectiveFrom: period.meta({
    description: 'a month to come: changing a definition changes the future only (rule 14)',
  }),
  terms: metricTerms,
});

export type MetricTerms = z.output<typeof metricTerms>;
export type MetricVersion = z.output<typeof metricVersion>;
export type MetricSummary = z.output<typeof metricSummary>;
export type Metric = z.output<typeof metric>;
export type NewMetric = z.output<typeof newMetric>;
export type NewMetricVersion = z.output<typeof newMetricVersion>;
