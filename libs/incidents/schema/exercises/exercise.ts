import { id, instant, prose, text, version } from '@plumbline/api/schema';
import { services } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { phiAnswers, severities } from '../kinds';
import { incidentSummary } from '../incident';

/** What a tabletop plays through (K7). */
export const scenarioTerms = z.strictObject({
  title: text(200),
  titleEs: text(200),
  story: prose(4000).meta({ description: 'what the players are told' }),
  storyEs: prose(4000),
  service: z.enum(services),
  phi: z.enum(phiAnswers),
  severity: z.enum(severities),
  injects: z
    .array(z.strictObject({ afterMinutes: z.int().min(0).max(43_200), text: text(500), textEs: text(500) }))
    .max(20)
    .meta({ description: 'what is told to the players later, in minutes after the start' }),
});
export type ScenarioTerms = z.output<typeof scenarioTerms>;

export const scenario = z.strictObject({
  code: z.string(),
  shipped: z.boolean(),
  terms: scenarioTerms,
});
export type Scenario = z.output<typeof scenario>;

export const exerciseFinding = z.strictObject({
  text: text(500),
  action: text(500).nullable().default(null),
});

/** What the exercise showed, by its clocks, and what the players say. */
export const exerciseReport = z.strictObject({
  minutesToNotify: z.int().nullable(),
  minutesToAcknowledge: z.int().nullable(),
  minutesToContain: z.int().nullable(),
  clocksMet: z.int(),
  clocksLate: z.int(),
  clocksRunning: z.int(),
  participants: z.array(z.string()),
  findings: z.array(exerciseFinding),
  conclusion: z.string().nullable(),
});

export const exercise = z.strictObject({
  id,
  scenario,
  vendor: z.strictObject({ id, name: z.string() }),
  startedAt: instant,
  startedBy: z.string(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  incident: incidentSummary.meta({ description: 'always a drill' }),
  report: exerciseReport,
  version,
});
export type Exercise = z.output<typeof exercise>;
