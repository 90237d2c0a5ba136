import { id, numberInPath, operation, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { exampleSummary } from '../examples';
import { versionComparison } from './comparison';

export const compareContractVersions = operation({
  id: 'compareContractVersions',
  method: 'GET',
  path: '/tenants/:tenant/contracts/:contractId/comparison',
  summary:
    'Two versions of a contract side by side: what was added, removed and changed, and whether it binds more',
  thing: 'contracts',
  access: { permission: 'contract.read' },
  params: z.strictObject({ tenant: tenantSlug, contractId: id }),
  query: z.strictObject({
    before: numberInPath,
    after: numberInPath,
  }),
  response: versionComparison,
  example: {
    response: {
      contract: { id: exampleSummary.id, reference: exampleSummary.reference, title: exampleSummary.title },
      before: { number: 1, state: 'active', effectiveFrom: '2026-01-01', effectiveTo: '2026-07-01' },
      after: { number: 2, state: 'draft', effectiveFrom: '2026-07-01', effectiveTo: null },
      terms: [{ field: 'effectiveFrom', before: '2026-01-01', after: '2026-07-01', effect: null }],
      clauses: [
        {
          change: 'changed',
          kind: 'incident_notice',
          number: '9.2',
          heading: 'Notice of incidents',
          fields: [{ field: 'terms.withinHours', before: 24, after: 72, effect: 'weaker' }],
        },
      ],
      slas: [
        {
          change: 'changed',
          name: 'Service level 80/20',
          metric: { id: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c01', name: 'Service level', unit: 'ratio' },
          segment: [],
          fields: [
            {
              field: 'target',
              before: { comparator: '>=', value: '0.80' },
              after: { comparator: '>=', value: '0.85' },
              effect: 'stricter',
            },
          ],
        },
      ],
      unchanged: { clauses: 4, slas: 1 },
    },
  },
});
