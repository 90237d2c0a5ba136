import type { Door } from '../database';

/** A transaction of the identity role. */
export type IdentityClient = Parameters<Parameters<Door['withRole']>[1]>[0];

/** No tenant's id: sign-in looks at one person across tenants. */
const NO_TENANT = '00000000-0000-0000-0000-000000000000';

/** Lets the identity role see the memberships of this one person, wherever they are (policy membership_of_person). */
export async function enterPerson(client: IdentityClient, personId: string): Promise<void> {
  await client.query('select enter_tenant($1, $2, $3)', [NO_TENANT, '{}', personId]);
}

/** Lets the identity role see one tenant's memberships, invitations and API keys. */
export async function enterTenant(client: IdentityClient, tenantId: string): Promise<void> {
  await client.query('select enter_tenant($1, $2, $3)', [tenantId, '{}', null]);
}
