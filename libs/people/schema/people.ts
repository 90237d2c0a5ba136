import {
  id,
  instant,
  operation,
  pageOf,
  pageQuery,
  tenantParams,
  tenantSlug,
  version,
} from '@plumbline/api/schema';
import * as z from 'zod';
import { role, side } from './roles';

const thing = 'people';
const memberParams = z.strictObject({ tenant: tenantSlug, membershipId: id });
const vendor = z.strictObject({ id, name: z.string() }).nullable();

/** Somebody in the tenant, by one membership: a person who serves two vendors is listed twice. */
export const member = z.strictObject({
  id,
  person: z.strictObject({ id, name: z.string(), email: z.string() }),
  side,
  role,
  vendor,
  since: instant,
  version,
});
export type Member = z.output<typeof member>;

const example = {
  id: '019b2f6e-1111-7000-8000-000000000001',
  person: { id: '019b2f6e-0000-7000-8000-000000000001', name: 'Ana Ruiz', email: 'ana@northfield.example' },
  side: 'insurer',
  role: 'vendor_manager',
  vendor: null,
  since: '2026-01-05T14:00:00.000Z',
  version: 1,
} as const;

export const listPeople = operation({
  id: 'listPeople',
  method: 'GET',
  path: '/tenants/:tenant/people',
  summary: 'Who belongs to the tenant, in which role; a vendor’s people see their own vendor’s',
  thing,
  access: { permission: 'people.read' },
  params: tenantParams,
  query: pageQuery.extend({ side: side.optional(), vendorId: id.optional() }),
  response: pageOf(member),
  example: { response: { items: [example], nextCursor: null } },
});

export const viewMember = operation({
  id: 'viewMember',
  method: 'GET',
  path: '/tenants/:tenant/people/:membershipId',
  summary: 'One membership',
  thing,
  access: { permission: 'people.read' },
  params: memberParams,
  response: member,
  example: { response: example },
});

export const changeRole = operation({
  id: 'changeRole',
  method: 'PATCH',
  path: '/tenants/:tenant/people/:membershipId',
  summary:
    'Give somebody another role on the same side; their sessions end, and their API keys beyond the new role',
  thing,
  access: { permission: 'people.manage' },
  params: memberParams,
  body: z.strictObject({ role }),
  response: member,
  conditional: true,
  example: { request: { role: 'security' }, response: { ...example, role: 'security', version: 2 } },
});

export const endMembership = operation({
  id: 'endMembership',
  method: 'DELETE',
  path: '/tenants/:tenant/people/:membershipId',
  summary: 'End a membership, and with it the person’s sessions and the API keys they made here',
  thing,
  access: { permission: 'people.manage' },
  params: memberParams,
  status: 204,
  conditional: true,
  example: {},
});
