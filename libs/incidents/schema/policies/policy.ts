import { instant, localDate, text } from '@plumbline/api/schema';
import { clockSource, ruleLeg } from '@plumbline/clocks/schema';
import { milestones } from '@plumbline/sla-engine';
import * as z from 'zod';
import { placePattern, severities, sides } from '../kinds';

export const policyCode = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'lower-case letters, digits and hyphens');

/** What starts a clock, what meets it, and when it applies. Data, never code (semantics rule 11). */
export const policyTerms = z
  .strictObject({
    name: text(120),
    nameEs: text(120),
    source: clockSource,
    owedBy: z.enum(sides).meta({ description: 'whose lateness it is' }),
    legs: z.array(ruleLeg).min(1).max(4),
    metBy: z.enum(milestones),
    amountFromContract: z.boolean().default(false).meta({
      description: 'the hours of the incident-notice clause in force at discovery, where there is one',
    }),
    calendar: z
      .enum(['none', 'us_federal'])
      .default('none')
      .meta({ description: 'business days: Monday to Friday without the federal holidays of the US' }),
    appliesTo: z.strictObject({
      phiOnly: z.boolean().default(false).meta({ description: 'suspected or not yet known' }),
      severities: z.array(z.enum(severities)).default([]).meta({ description: 'empty: any, triaged or not' }),
      places: z
        .array(z.string().regex(placePattern, 'a place such as US-VA'))
        .max(60)
        .default([])
        .meta({ description: 'people affected there; empty: anywhere' }),
    }),
    shortened: z
      .array(z.strictObject({ severity: z.enum(severities), amount: z.int().min(1).max(8760) }))
      .max(severities.length)
      .default([])
      .meta({ description: 'a shorter amount of the first leg at this severity and above' }),
    respectHours: z
      .boolean()
      .default(false)
      .meta({ description: 'before the deadline, contacts are told only within their hours' }),
  })
  .refine(
    ({ calendar, legs }) =>
      calendar !== 'none' || legs.every(({ unit }) => unit !== 'businessDays' && unit !== 'businessHours'),
    { path: ['calendar'], message: 'business time needs a calendar' },
  )
  .refine(({ metBy, legs }) => legs.every(({ startsAt }) => startsAt !== metBy), {
    path: ['metBy'],
    message: 'a clock is not met by what starts it',
  });
export type PolicyTerms = z.output<typeof policyTerms>;

/** What a tenant decided about a policy, from a day on; never changed afterwards. */
export const policySwitch = z.strictObject({
  number: z.int().min(1),
  effectiveFrom: localDate,
  switchedOn: z.boolean(),
  version: z.int().min(1),
  reason: z.string(),
  by: z.string(),
  at: instant,
});

export const incidentPolicy = z.strictObject({
  code: policyCode,
  shipped: z.boolean(),
  version: z.int().min(1).meta({ description: 'of the terms' }),
  terms: policyTerms,
  switchedOn: z.boolean().meta({ description: 'today, in the insurer’s zone' }),
  next: policySwitch.nullable().meta({ description: 'decided, and not yet in effect' }),
  history: z.array(policySwitch).meta({ description: 'newest first; empty: as shipped' }),
});
export type IncidentPolicy = z.output<typeof incidentPolicy>;
