import {
  id,
  instant,
  operation,
  pageOf,
  pageQuery,
  tenantParams,
  tenantSlug,
  text,
  version,
} from '@plumbline/api/schema';
import * as z from 'zod';
import { isVendorRole, role } from './roles';
import { newPassword } from './session';

const thing = 'people';
const tokenParams = z.strictObject({ token: z.string().max(200) });
const email = z.string().trim().toLowerCase().pipe(z.email('an e-mail address').max(254));

export const invitation = z.strictObject({
  id,
  email: z.string(),
  role,
  vendor: z.strictObject({ id, name: z.string() }).nullable(),
  invitedAt: instant,
  expiresAt: instant,
  state: z.enum(['open', 'expired', 'accepted', 'revoked']),
  version,
});
export type Invitation = z.output<typeof invitation>;

/** A vendor's role names the vendor, an insurer's role names none. */
export const newInvitation = z
  .strictObject({ email, role, vendorId: id.optional() })
  .refine((wanted) => isVendorRole(wanted.role) === (wanted.vendorId !== undefined), {
    path: ['vendorId'],
    message: 'name a vendor for a vendor’s role, and none for an insurer’s',
  });

const example = {
  id: '019b2f6e-2222-7000-8000-000000000001',
  email: 'lee@lakeside.example',
  role: 'vendor_contributor',
  vendor: { id: '019b2f6e-3333-7000-8000-000000000001', name: 'Lakeside Voice' },
  invitedAt: '2026-03-02T09:30:00.000Z',
  expiresAt: '2026-03-09T09:30:00.000Z',
  state: 'open',
  version: 1,
} as const;

export const listInvitations = operation({
  id: 'listInvitations',
  method: 'GET',
  path: '/tenants/:tenant/invitations',
  summary: 'Invitations, newest first',
  thing,
  access: { permission: 'people.read' },
  params: tenantParams,
  query: pageQuery,
  response: pageOf(invitation),
  example: { response: { items: [example], nextCursor: null } },
});

export const invite = operation({
  id: 'invite',
  method: 'POST',
  path: '/tenants/:tenant/invitations',
  summary: 'Invite somebody by mail; the answer is the same whether or not they have an account',
  thing,
  access: { permission: 'people.invite' },
  params: tenantParams,
  body: newInvitation,
  response: invitation,
  status: 201,
  idempotent: true,
  example: {
    request: { email: example.email, role: example.role, vendorId: example.vendor.id },
    response: example,
  },
});

export const revokeInvitation = operation({
  id: 'revokeInvitation',
  method: 'DELETE',
  path: '/tenants/:tenant/invitations/:invitationId',
  summary: 'Take an open invitation back: its link stops working',
  thing,
  access: { permission: 'people.invite' },
  params: z.strictObject({ tenant: tenantSlug, invitationId: id }),
  status: 204,
  conditional: true,
  example: {},
});

export const viewInvitation = operation({
  id: 'viewInvitation',
  method: 'GET',
  path: '/invitations/:token',
  summary: 'What the mailed link invites to',
  thing,
  access: { open: 'the mailed link is the proof, and tells only what its mail said' },
  params: tokenParams,
  response: z.strictObject({
    email: z.string(),
    role,
    tenant: z.strictObject({ slug: tenantSlug, name: z.string(), colour: z.string() }),
    vendor: z.string().nullable(),
    hasAccount: z
      .boolean()
      .meta({ description: 'true: sign in as this address, then accept without a body' }),
  }),
  example: {
    response: {
      email: example.email,
      role: example.role,
      tenant: { slug: 'northfield', name: 'Northfield Health', colour: '#0f766e' },
      vendor: 'Lakeside Voice',
      hasAccount: false,
    },
  },
});

export const acceptInvitation = operation({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/invitations/:token/acceptance',
  summary:
    'Accept: a new person names themselves and chooses a password, and is signed in; others are signed in already',
  thing,
  access: { open: 'the mailed link is the proof; a person with an account must be signed in as its address' },
  params: tokenParams,
  body: z.strictObject({ name: text(120).optional(), password: newPassword.optional() }),
  response: z.strictObject({ tenant: tenantSlug, next: z.enum(['done', 'totp', 'enrol-totp']) }),
  example: {
    request: { name: 'Lee Park', password: 'velvet otter marching quietly' },
    response: { tenant: 'northfield', next: 'enrol-totp' },
  },
});
