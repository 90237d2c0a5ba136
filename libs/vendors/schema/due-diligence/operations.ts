import {
  id,
  numberInPath,
  operation,
  pageOf,
  pageQuery,
  tenantParams,
  tenantSlug,
  text,
} from '@plumbline/api/schema';
import * as z from 'zod';
import { exampleDueDiligence, exampleItem, exampleTemplate } from '../examples';
import { dueDiligence, dueDiligenceItem, itemDecision, newSubmission, takeover } from './item';
import { itemStandings } from './standing';
import { askedOf, newTemplateVersion, template } from './template';

const thing = 'vendors';
const vendorParams = z.strictObject({ tenant: tenantSlug, vendorId: id });
const itemParams = z.strictObject({ tenant: tenantSlug, itemId: id });

export const viewDueDiligence = operation({
  id: 'viewDueDiligence',
  method: 'GET',
  path: '/tenants/:tenant/vendors/:vendorId/due-diligence',
  summary: 'What is asked of a vendor before it passes its gates; a partner sees what is asked of it',
  thing,
  access: { permission: 'due-diligence.read' },
  params: vendorParams,
  response: dueDiligence,
  example: { response: exampleDueDiligence },
});

export const listDueDiligence = operation({
  id: 'listDueDiligence',
  method: 'GET',
  path: '/tenants/:tenant/due-diligence-items',
  summary:
    'Due-diligence items of all vendors that the caller sees, by vendor; those of ended vendors are left out',
  thing,
  access: { permission: 'due-diligence.read' },
  params: tenantParams,
  query: pageQuery.extend({
    standing: z
      .string()
      .regex(
        new RegExp(`^(?:${itemStandings.join('|')})(?:,(?:${itemStandings.join('|')}))*$`),
        'standings, by comma',
      )
      .optional()
      .meta({
        description: `one or several of: ${itemStandings.join(', ')}; what has to be there before the end only of vendors that are being offboarded`,
      }),
    askedOf: z.enum(askedOf).optional(),
  }),
  response: pageOf(dueDiligenceItem),
  example: { response: { items: [exampleItem], nextCursor: null } },
});

export const submitDueDiligence = operation({
  id: 'submitDueDiligence',
  method: 'POST',
  path: '/tenants/:tenant/due-diligence-items/:itemId/submissions',
  summary:
    'Hand in evidence for an item, or (insurer) ask to do without it until a date; somebody else decides',
  thing,
  access: { permission: 'due-diligence.submit' },
  params: itemParams,
  body: newSubmission,
  response: dueDiligenceItem,
  status: 201,
  idempotent: true,
  conditional: true,
  example: {
    request: { kind: 'evidence', note: exampleItem.submissions[0]?.note },
    response: { ...exampleItem, standing: 'submitted', version: 2 },
  },
});

export const decideDueDiligence = operation({
  id: 'decideDueDiligence',
  method: 'POST',
  path: '/tenants/:tenant/due-diligence-items/:itemId/decision',
  summary: 'Accept or reject what somebody else handed in, or open an item again',
  thing,
  access: { permission: 'due-diligence.review' },
  params: itemParams,
  body: itemDecision,
  response: dueDiligenceItem,
  conditional: true,
  example: { request: { outcome: 'accepted', remark: 'Compared with our template.' }, response: exampleItem },
});

export const takeOverTemplate = operation({
  id: 'takeOverTemplate',
  method: 'POST',
  path: '/tenants/:tenant/vendors/:vendorId/due-diligence/takeover',
  summary: 'Ask a vendor by the newest version of the template from now on',
  thing,
  access: { permission: 'vendor.write' },
  params: vendorParams,
  body: z.strictObject({ reason: text(300) }),
  response: takeover,
  conditional: true,
  example: {
    request: { reason: 'Insurance is asked of everybody since March' },
    response: { template: 2, added: ['insurance'], changed: [], withdrawn: [] },
  },
});

export const viewTemplate = operation({
  id: 'viewTemplate',
  method: 'GET',
  path: '/tenants/:tenant/due-diligence-template',
  summary: 'The due-diligence checklist of the tenant, at its newest version or another',
  thing,
  access: { permission: 'vendor-life.read' },
  params: tenantParams,
  query: z.strictObject({ number: numberInPath.optional() }),
  response: template,
  example: { response: exampleTemplate },
});

export const addTemplateVersion = operation({
  id: 'addTemplateVersion',
  method: 'POST',
  path: '/tenants/:tenant/due-diligence-template/versions',
  summary:
    'Add a version, for vendors that enter onboarding from now on; what runs keeps the one it began with',
  thing,
  access: { permission: 'due-diligence-template.write' },
  params: tenantParams,
  body: newTemplateVersion,
  response: template,
  status: 201,
  idempotent: true,
  conditional: true,
  example: {
    request: { reason: 'Insurance is asked of everybody', items: exampleTemplate.items },
    response: {
      ...exampleTemplate,
      number: 2,
      reason: 'Insurance is asked of everybody',
      madeBy: 'Ana Reyes',
      versions: [
        ...exampleTemplate.versions,
        {
          number: 2,
          reason: 'Insurance is asked of everybody',
          madeBy: 'Ana Reyes',
          madeAt: '2026-03-02T09:30:00Z',
        },
      ],
      version: 2,
    },
  },
});
