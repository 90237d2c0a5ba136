import {
  id,
  operation,
  pageOf,
  pageQuery,
  prose,
  tenantParams,
  tenantSlug,
  text,
} from '@plumbline/api/schema';
import * as z from 'zod';
import { exampleIncidentSummary } from '../examples';
import { policyCode } from '../policies/policy';
import { exercise, exerciseFinding, scenario, scenarioTerms, type Exercise } from './exercise';
import { shippedScenarios } from './shipped-scenarios';

const thing = 'incidents';
const read = { permission: 'incident-exercise.read' };
const run = { permission: 'incident-exercise.run' };
const exerciseParams = z.strictObject({ tenant: tenantSlug, exerciseId: id });

const [laptop] = shippedScenarios;
if (!laptop) throw new Error('no scenario is shipped');
const exampleScenario = { code: laptop.code, shipped: true, terms: laptop.terms };
const { id: vendorId, name } = exampleIncidentSummary.vendor;
export const exampleExercise: Exercise = {
  id: '019b2f90-4001-7abc-8def-0123456789ab',
  scenario: exampleScenario,
  vendor: { id: vendorId, name },
  startedAt: '2026-03-02T14:00:00Z',
  startedBy: 'Ana Reyes',
  endedAt: null,
  endedBy: null,
  incident: {
    ...exampleIncidentSummary,
    reference: 'NORTHWIND-DRILL-2026-0001',
    title: laptop.terms.title,
    isDrill: true,
  },
  report: {
    minutesToNotify: null,
    minutesToAcknowledge: null,
    minutesToContain: null,
    clocksMet: 0,
    clocksLate: 0,
    clocksRunning: 2,
    participants: [],
    findings: [],
    conclusion: null,
  },
  version: 1,
};

export const listScenarios = operation({
  id: 'listScenarios',
  method: 'GET',
  path: '/tenants/:tenant/incident-scenarios',
  summary: 'Tabletop scenarios to play: the shipped ones and your own',
  thing,
  access: read,
  params: tenantParams,
  response: z.strictObject({ items: z.array(scenario) }),
  example: { response: { items: [exampleScenario] } },
});

export const addScenario = operation({
  id: 'addScenario',
  method: 'POST',
  path: '/tenants/:tenant/incident-scenarios',
  summary: 'Add a scenario of your own',
  thing,
  access: run,
  params: tenantParams,
  body: z.strictObject({ code: policyCode, terms: scenarioTerms }),
  response: scenario,
  status: 201,
  idempotent: true,
  example: {
    request: { code: 'phishing', terms: { ...laptop.terms, title: 'Phished mailbox' } },
    response: { code: 'phishing', shipped: false, terms: { ...laptop.terms, title: 'Phished mailbox' } },
  },
});

export const listExercises = operation({
  id: 'listExercises',
  method: 'GET',
  path: '/tenants/:tenant/incident-exercises',
  summary: 'Exercises, newest first',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({ vendorId: id.optional() }),
  response: pageOf(exercise),
  example: { response: { items: [exampleExercise], nextCursor: null } },
});

export const startExercise = operation({
  id: 'startExercise',
  method: 'POST',
  path: '/tenants/:tenant/incident-exercises',
  summary: 'Play a scenario with a vendor: a drill that runs on the same clocks and is never counted as real',
  thing,
  access: run,
  params: tenantParams,
  body: z.strictObject({ scenario: policyCode, vendorId: id }),
  response: exercise,
  status: 201,
  idempotent: true,
  example: { request: { scenario: laptop.code, vendorId }, response: exampleExercise },
});

export const viewExercise = operation({
  id: 'viewExercise',
  method: 'GET',
  path: '/tenants/:tenant/incident-exercises/:exerciseId',
  summary: 'One exercise with what its clocks say so far',
  thing,
  access: read,
  params: exerciseParams,
  response: exercise,
  example: { response: exampleExercise },
});

export const endExercise = operation({
  id: 'endExercise',
  method: 'POST',
  path: '/tenants/:tenant/incident-exercises/:exerciseId/end',
  summary: 'End an exercise with who took part, what was found and what follows',
  thing,
  access: run,
  params: exerciseParams,
  body: z.strictObject({
    participants: z.array(text(120)).max(100).default([]),
    findings: z.array(exerciseFinding).max(100).default([]),
    conclusion: prose(4000),
  }),
  response: exercise,
  conditional: true,
  example: {
    request: {
      participants: ['Ana Reyes', 'Rosa Lindqvist'],
      findings: [{ text: 'The on-call number was out of date.', action: 'Correct the ladder' }],
      conclusion: 'Notice was given within the hour.',
    },
    response: { ...exampleExercise, endedAt: '2026-03-02T16:00:00Z', endedBy: 'Ana Reyes', version: 2 },
  },
});
