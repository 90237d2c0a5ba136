import { localDate, operation, tenantParams, tenantSlug, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { incidentPolicy, policyCode, policyTerms } from './policy';
import { shippedPolicies } from './shipped-policies';

const thing = 'incidents';
const write = { permission: 'incident-policy.write' };
const policyParams = z.strictObject({ tenant: tenantSlug, policy: policyCode });

const [contract] = shippedPolicies;
if (!contract) throw new Error('no policy is shipped');
const example = {
  code: contract.code,
  shipped: true,
  version: contract.version,
  terms: contract.terms,
  switchedOn: contract.switchedOn,
  next: null,
  history: [],
};
const ownTerms = {
  ...contract.terms,
  name: 'Notice of outages',
  nameEs: 'Aviso de interrupciones',
  source: { title: 'Our outsourcing policy, section 4', url: null },
  amountFromContract: false,
};
const own = { ...example, code: 'our-outages', shipped: false, terms: ownTerms };

export const listIncidentPolicies = operation({
  id: 'listIncidentPolicies',
  method: 'GET',
  path: '/tenants/:tenant/incident-policies',
  summary: 'Which deadlines incidents set off: shipped and own policies, with their sources and switches',
  thing,
  access: { permission: 'incident.read' },
  params: tenantParams,
  response: z.strictObject({ items: z.array(incidentPolicy) }),
  example: { response: { items: [example] } },
});

export const addIncidentPolicy = operation({
  id: 'addIncidentPolicy',
  method: 'POST',
  path: '/tenants/:tenant/incident-policies',
  summary: 'Add a policy of your own; it applies to incidents discovered from its day on',
  thing,
  access: write,
  params: tenantParams,
  body: z.strictObject({ code: policyCode, terms: policyTerms, effectiveFrom: localDate, reason: text(500) }),
  response: incidentPolicy,
  status: 201,
  idempotent: true,
  example: {
    request: { code: own.code, terms: ownTerms, effectiveFrom: '2026-04-01', reason: 'Board of 12 March' },
    response: own,
  },
});

export const changeIncidentPolicy = operation({
  id: 'changeIncidentPolicy',
  method: 'PUT',
  path: '/tenants/:tenant/incident-policies/:policy',
  summary: 'Give a policy of your own other terms from a day on: a new version; clocks keep theirs',
  thing,
  access: write,
  params: policyParams,
  body: z.strictObject({ terms: policyTerms, effectiveFrom: localDate, reason: text(500) }),
  response: incidentPolicy,
  example: {
    request: { terms: ownTerms, effectiveFrom: '2026-05-01', reason: 'Shorter names' },
    response: { ...own, version: 1 },
  },
});

export const switchIncidentPolicy = operation({
  id: 'switchIncidentPolicy',
  method: 'POST',
  path: '/tenants/:tenant/incident-policies/:policy/switches',
  summary: 'Switch a policy on or off for incidents discovered from a day on',
  thing,
  access: write,
  params: policyParams,
  body: z.strictObject({ switchedOn: z.boolean(), effectiveFrom: localDate, reason: text(500) }),
  response: incidentPolicy,
  status: 201,
  example: {
    request: { switchedOn: true, effectiveFrom: '2026-04-01', reason: 'We insure in Virginia from April on' },
    response: example,
  },
});
