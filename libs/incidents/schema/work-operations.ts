import { id, instant, localDate, operation, prose, tenantSlug, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { exampleIncident } from './examples';
import { causeCodes, incident } from './incident';
import { closingOutcomes, linkKinds, sides } from './kinds';
import { incidentParams } from './operations';

const thing = 'incidents';
const one = '/tenants/:tenant/incidents/:incidentId';
const report = { permission: 'incident.report' };
const manage = { permission: 'incident.manage' };
const documentIds = z.array(id).max(20).default([]);
const exampleId = '019b2f90-3001-7abc-8def-0123456789ab';
const answer = { ...exampleIncident, version: 2 };

/** What is added to an incident answers with the whole of it, so that a page shows one state. */
const adding = { method: 'POST', thing, params: incidentParams, response: incident, status: 201 } as const;

export const addIncidentTask = operation({
  ...adding,
  id: 'addIncidentTask',
  path: `${one}/tasks`,
  summary: 'Add something that has to be done, by whom, and until when',
  access: report,
  body: z.strictObject({
    title: text(200),
    ownerId: id
      .nullable()
      .default(null)
      .meta({ description: 'a person of this tenant; null: the side as such' }),
    ownerSide: z.enum(sides).meta({ description: 'of the owner, or whose side it is for' }),
    dueAt: instant.nullable().default(null),
  }),
  idempotent: true,
  example: {
    request: {
      title: 'Rotate the credentials of the device',
      ownerSide: 'vendor',
      dueAt: '2026-03-03T17:00:00Z',
    },
    response: answer,
  },
});

export const changeIncidentTask = operation({
  id: 'changeIncidentTask',
  method: 'PATCH',
  path: `${one}/tasks/:taskId`,
  summary: 'Mark a task as done or as open again, or give it another owner or due time',
  thing,
  access: report,
  params: z.strictObject({ tenant: tenantSlug, incidentId: id, taskId: id }),
  body: z
    .strictObject({
      done: z.boolean(),
      ownerId: id.nullable(),
      ownerSide: z.enum(sides),
      dueAt: instant.nullable(),
    })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'say what changes'),
  response: incident,
  conditional: true,
  example: { request: { done: true }, response: answer },
});

export const estimateAffected = operation({
  ...adding,
  id: 'estimateAffected',
  path: `${one}/estimates`,
  summary: 'Say how many people are affected as far as is known; earlier estimates stay',
  access: report,
  body: z.strictObject({
    people: z.int().min(0).max(1_000_000_000),
    exactness: z.enum(['estimate', 'at_least', 'confirmed']).default('estimate'),
    asOf: instant.optional().meta({ description: 'absent: now' }),
    note: text(500).optional(),
  }),
  idempotent: true,
  example: { request: { people: 1200, exactness: 'estimate' }, response: answer },
});

export const addEvidence = operation({
  ...adding,
  id: 'addEvidence',
  path: `${one}/evidence`,
  summary: 'Attach a document that was uploaded before; each reading of it is logged',
  access: report,
  body: z.strictObject({ documentId: id, note: text(500).optional() }),
  idempotent: true,
  example: { request: { documentId: exampleId, note: 'Police report' }, response: answer },
});

export const addIncidentNote = operation({
  ...adding,
  id: 'addIncidentNote',
  path: `${one}/notes`,
  summary: 'Write a note for both sides, or for your own side alone',
  access: report,
  body: z.strictObject({ text: prose(8000), shared: z.boolean() }),
  idempotent: true,
  example: { request: { text: 'Legal was informed.', shared: false }, response: answer },
});

export const linkIncident = operation({
  ...adding,
  id: 'linkIncident',
  path: `${one}/links`,
  summary: 'Link another incident of this insurer, of whichever vendor; vendors do not see links',
  access: manage,
  body: z.strictObject({ incidentId: id, kind: z.enum(linkKinds), note: text(500).optional() }),
  idempotent: true,
  example: { request: { incidentId: exampleId, kind: 'same_cause' }, response: answer },
});

export const unlinkIncident = operation({
  id: 'unlinkIncident',
  method: 'DELETE',
  path: `${one}/links/:linkId`,
  summary: 'Take a link away again',
  thing,
  access: manage,
  params: z.strictObject({ tenant: tenantSlug, incidentId: id, linkId: id }),
  response: incident,
  example: { response: answer },
});

export const handOverIncident = operation({
  ...adding,
  id: 'handOverIncident',
  path: `${one}/hand-overs`,
  summary: 'Hand an incident over to a colleague, who is told with a link to it',
  access: manage,
  body: z.strictObject({ toPersonId: id, note: text(500).optional() }),
  idempotent: true,
  example: {
    request: { toPersonId: exampleId, note: 'Waiting for the vendor’s call at 07:00' },
    response: answer,
  },
});

export const askForIncidentReport = operation({
  id: 'askForIncidentReport',
  method: 'PUT',
  path: `${one}/report`,
  summary: 'Ask the vendor for a post-incident report until a day; asking again moves the day',
  thing,
  access: manage,
  params: incidentParams,
  body: z.strictObject({ dueOn: localDate }),
  response: incident,
  conditional: true,
  example: { request: { dueOn: '2026-03-20' }, response: answer },
});

export const submitIncidentReport = operation({
  id: 'submitIncidentReport',
  method: 'POST',
  path: `${one}/report/submission`,
  summary: 'Submit the post-incident report that was asked for, or a better one after it was returned',
  thing,
  access: report,
  params: incidentParams,
  body: z.strictObject({ text: prose(20_000), documentIds }),
  response: incident,
  conditional: true,
  example: {
    request: { text: 'What happened, why, and what was changed.', documentIds: [] },
    response: answer,
  },
});

export const decideIncidentReport = operation({
  id: 'decideIncidentReport',
  method: 'POST',
  path: `${one}/report/decision`,
  summary: 'Approve a post-incident report that somebody else submitted, or return it with a reason',
  thing,
  access: { permission: 'incident.approve' },
  params: incidentParams,
  body: z
    .strictObject({ outcome: z.enum(['approved', 'returned']), reason: text(1000).optional() })
    .refine(({ outcome, reason }) => outcome === 'approved' || reason !== undefined, {
      path: ['reason'],
      message: 'say why it is returned',
    }),
  response: incident,
  conditional: true,
  example: { request: { outcome: 'approved' }, response: answer },
});

export const closeIncident = operation({
  id: 'closeIncident',
  method: 'POST',
  path: `${one}/closure`,
  summary: 'Close an incident with what caused it; a report that was asked for is approved before',
  thing,
  access: manage,
  params: incidentParams,
  body: z
    .strictObject({
      outcome: z.enum(closingOutcomes),
      cause: causeCodes.nullable().default(null),
      summary: prose(4000),
    })
    .refine(({ outcome, cause }) => outcome !== 'resolved' || cause !== null, {
      path: ['cause'],
      message: 'say what caused it',
    }),
  response: incident,
  conditional: true,
  example: {
    request: {
      outcome: 'resolved',
      cause: {
        actions: ['error'],
        actors: ['internal'],
        assets: ['user_device'],
        attributes: ['confidentiality'],
      },
      summary: 'Lost device, encrypted, wiped remotely.',
    },
    response: {
      ...answer,
      state: 'closed',
      closedAt: '2026-03-09T15:00:00Z',
      closure: {
        outcome: 'resolved',
        cause: {
          actions: ['error'],
          actors: ['internal'],
          assets: ['user_device'],
          attributes: ['confidentiality'],
        },
        summary: 'Lost device, encrypted, wiped remotely.',
        by: 'Ana Reyes',
        at: '2026-03-09T15:00:00Z',
      },
    },
  },
});
