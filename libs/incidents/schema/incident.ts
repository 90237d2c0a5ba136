import { id, instant, localDate, prose, text, version } from '@plumbline/api/schema';
import { clock, clockSource, ruleLeg } from '@plumbline/clocks/schema';
import { document } from '@plumbline/documents/schema';
import { milestones } from '@plumbline/sla-engine';
import { services } from '@plumbline/vendors/schema';
import * as z from 'zod';
import {
  bases,
  causeActions,
  causeActors,
  causeAssets,
  causeAttributes,
  closingOutcomes,
  incidentStates,
  linkKinds,
  phiAnswers,
  placePattern,
  severities,
  sides,
} from './kinds';

export const places = z
  .array(z.string().regex(placePattern, 'a place such as US-TX or DE'))
  .max(60)
  .refine((list) => new Set(list).size === list.length, 'each once');

/** Whoever did something, on which side, and when it was recorded here. */
const recorded = { id, by: z.string(), side: z.enum(sides), recordedAt: instant };

export const milestoneRecord = z.strictObject({
  ...recorded,
  milestone: z.enum(milestones),
  basis: z.enum(bases),
  at: instant,
  note: z.string().nullable(),
  current: z.boolean().meta({ description: 'false: a later record corrects it; nothing is overwritten' }),
});

export const supplement = z.strictObject({
  ...recorded,
  text: z.string(),
  knownAt: instant.meta({ description: 'since when this was known to whoever says it' }),
});

export const affectedEstimate = z.strictObject({
  ...recorded,
  people: z.int().min(0),
  exactness: z.enum(['estimate', 'at_least', 'confirmed']),
  asOf: instant,
  note: z.string().nullable(),
});

export const incidentTask = z.strictObject({
  ...recorded,
  title: z.string(),
  owner: z.strictObject({ id: id.nullable(), name: z.string() }),
  ownerSide: z.enum(sides),
  dueAt: instant.nullable(),
  doneAt: instant.nullable(),
  doneBy: z.string().nullable(),
  version,
});

export const incidentNote = z.strictObject({
  ...recorded,
  text: z.string(),
  shared: z.boolean().meta({ description: 'false: read by its own side only' }),
});

export const evidence = z.strictObject({ ...recorded, document, note: z.string().nullable() });

export const incidentLink = z.strictObject({
  ...recorded,
  kind: z.enum(linkKinds),
  note: z.string().nullable(),
  incident: z.strictObject({ id, reference: z.string(), title: z.string(), vendor: z.string() }),
});

export const reportStates = ['asked', 'submitted', 'approved', 'returned'] as const;

export const postIncidentReport = z.strictObject({
  state: z.enum(reportStates),
  dueOn: localDate,
  askedBy: z.string(),
  text: z.string().nullable(),
  documents: z.array(document),
  submittedBy: z.string().nullable(),
  submittedAt: instant.nullable(),
  ownSubmission: z.boolean().meta({ description: 'nobody approves what they submitted themselves' }),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
});

export const causeCodes = z.strictObject({
  actions: z.array(z.enum(causeActions)).min(1).max(causeActions.length),
  actors: z.array(z.enum(causeActors)).min(1).max(causeActors.length),
  assets: z.array(z.enum(causeAssets)).min(1).max(causeAssets.length),
  attributes: z.array(z.enum(causeAttributes)).max(causeAttributes.length),
});

export const closure = z.strictObject({
  outcome: z.enum(closingOutcomes),
  cause: causeCodes.nullable(),
  summary: z.string(),
  by: z.string(),
  at: instant,
});

export const handOver = z.strictObject({
  ...recorded,
  to: z.strictObject({ id, name: z.string() }),
  note: z.string().nullable(),
});

/** A row of the register. */
export const incidentSummary = z.strictObject({
  id,
  reference: z
    .string()
    .meta({ description: 'such as NORTHWIND-2026-0007; of drills NORTHWIND-DRILL-2026-0001' }),
  title: z.string(),
  vendor: z.strictObject({ id, code: z.string(), name: z.string(), timezone: z.string() }),
  service: z.enum(services),
  phi: z.enum(phiAnswers),
  severity: z.enum(severities).nullable().meta({ description: 'null: nobody has triaged it' }),
  state: z.enum(incidentStates),
  isDrill: z.boolean(),
  exerciseId: id.nullable(),
  discoveredAt: instant,
  notifiedAt: instant.nullable().meta({ description: 'null: the vendor has not told the insurer' }),
  reportedAt: instant,
  acknowledgedAt: instant.nullable(),
  closedAt: instant.nullable(),
  peopleAffected: z.int().nullable().meta({ description: 'the newest estimate' }),
  owner: z.strictObject({ id, name: z.string() }).nullable(),
  nextDeadline: z
    .strictObject({ policyCode: z.string(), policyName: z.string(), policyNameEs: z.string(), at: instant })
    .nullable()
    .meta({ description: 'of the clocks that run' }),
  lateClocks: z.int().meta({ description: 'how many of its clocks are late' }),
  version,
});

/** A policy that applies and whose milestone has not been reached. */
export const waitingClock = z.strictObject({
  policy: z.strictObject({
    code: z.string(),
    version: z.int(),
    name: z.string(),
    nameEs: z.string(),
    source: clockSource,
    owedBy: z.enum(sides),
  }),
  legs: z.array(ruleLeg),
  metBy: z.enum(milestones),
});

export const incident = incidentSummary.extend({
  places,
  source: z.enum(['person', 'api-key', 'import']),
  reportedBy: z.string(),
  reportedBySide: z.enum(sides),
  discovery: z.strictObject({
    at: instant,
    basis: z.enum(bases),
    asserted: instant.nullable(),
    deemed: instant.nullable(),
  }),
  acknowledgedBy: z.string().nullable(),
  secondsToAcknowledge: z.int().nullable(),
  clocks: z.array(clock),
  waiting: z.array(waitingClock),
  escalation: z
    .strictObject({
      vendorLadder: z.array(
        z.strictObject({ position: z.int().min(1), name: z.string(), tellsFromStage: z.int() }),
      ),
      insurerRoles: z.array(z.string()),
    })
    .meta({
      description: 'who is told as the clocks run, besides the insurer’s security from the report on',
    }),
  milestones: z.array(milestoneRecord).meta({ description: 'as recorded, oldest first' }),
  supplements: z.array(supplement),
  estimates: z.array(affectedEstimate),
  tasks: z.array(incidentTask),
  notes: z.array(incidentNote),
  evidence: z.array(evidence),
  links: z.array(incidentLink).meta({ description: 'the insurer’s side only' }),
  handOvers: z.array(handOver).meta({ description: 'the insurer’s side only' }),
  report: postIncidentReport.nullable(),
  closure: closure.nullable(),
  now: instant,
});

export type Incident = z.output<typeof incident>;
export type IncidentSummary = z.output<typeof incidentSummary>;
export type MilestoneRecord = z.output<typeof milestoneRecord>;
export type PostIncidentReport = z.output<typeof postIncidentReport>;
export type CauseCodes = z.output<typeof causeCodes>;

/** What is told first: four answers, and whose incident it is where that does not follow from the caller. */
export const newIncident = z.strictObject({
  vendorId: id
    .optional()
    .meta({ description: 'the insurer’s side, and people of several vendors, say which' }),
  what: text(200).meta({ description: 'what happened, in a line; no personal data' }),
  discoveredAt: instant,
  service: z.enum(services),
  phiSuspected: z.enum(phiAnswers),
  notifiedAt: instant.nullable().optional().meta({
    description:
      'by the insurer’s side: when the vendor told it; absent: now; null: it has not. Of a vendor’s report it is now',
  }),
});
export type NewIncident = z.output<typeof newIncident>;

/** The vendor's own notice of an incident that the insurer had entered before; the same minimum. */
export const incidentNotice = z.strictObject({
  what: text(200),
  discoveredAt: instant,
  service: z.enum(services),
  phiSuspected: z.enum(phiAnswers),
});

export const incidentTriage = z.strictObject({
  severity: z.enum(severities),
  phi: z.enum(phiAnswers),
  places: places.default([]),
  title: text(200).optional(),
});

export const newSupplement = z.strictObject({
  text: prose(8000),
  knownAt: instant.optional().meta({ description: 'absent: since now' }),
});
