import { id, operation, pageOf, pageQuery, tenantParams } from '@plumbline/api/schema';
import * as z from 'zod';
import { clock, clockStates } from './clock';
import { exampleClock } from './examples';

export const listClocks = operation({
  id: 'listClocks',
  method: 'GET',
  path: '/tenants/:tenant/clocks',
  summary: 'Deadlines that run, soonest first; a vendor’s side sees its own. Drills only when asked for',
  thing: 'clocks',
  access: { permission: 'clock.read' },
  params: tenantParams,
  query: pageQuery.extend({
    state: z.enum(clockStates).default('running'),
    vendorId: id.optional(),
    drills: z.enum(['true', 'false']).default('false'),
  }),
  response: pageOf(clock),
  example: { response: { items: [exampleClock], nextCursor: null } },
});
