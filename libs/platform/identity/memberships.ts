import { NotFoundError } from '../errors';
import {
  type Actor,
  type Permission,
  permissionsOfRole,
  type Role,
  sideOfRole,
  type Tenant,
} from '../tenancy';
import { enterPerson, type IdentityClient } from './identity-client';

/** One membership of the person at hand. */
export interface MembershipOfPerson {
  readonly tenant: Tenant;
  readonly role: Role;
  readonly vendorId: string | null;
}

export async function membershipsOf(client: IdentityClient, personId: string): Promise<MembershipOfPerson[]> {
  await enterPerson(client, personId);
  const { rows } = await client.query<{
    tenant_id: string;
    slug: string;
    name: string;
    timezone: string;
    colour: string;
    role: Role;
    vendor_id: string | null;
  }>(
    `select m.tenant_id, t.slug, t.name, t.timezone, t.colour, m.role, m.vendor_id
     from membership m join tenant t on t.id = m.tenant_id
     where m.person_id = $1 and m.ended_at is null order by t.slug, m.id`,
    [personId],
  );
  return rows.map((row) => ({
    tenant: { id: row.tenant_id, slug: row.slug, name: row.name, timezone: row.timezone, colour: row.colour },
    role: row.role,
    vendorId: row.vendor_id,
  }));
}

/**
 * Who a person is for one operation in the tenant that the URL names. Somebody who serves two vendors of a tenant, in
 * different roles, acts for those vendors only where the role allows the operation, with the rights common to them.
 * Whether `permission` is among the actor's is for the caller to look at.
 */
export function actorOf(
  person: { readonly id: string; readonly name: string },
  memberships: readonly MembershipOfPerson[],
  tenantSlug: string,
  permission: Permission | null,
): Actor {
  const here = memberships.filter((membership) => membership.tenant.slug === tenantSlug);
  const [any] = here;
  // a tenant that is not the person's answers like one that does not exist
  if (!any) throw new NotFoundError('tenant');
  const allowing = permission
    ? here.filter((membership) => permissionsOfRole[membership.role].includes(permission))
    : here;
  const acting = allowing.length > 0 ? allowing : here;
  const lists = acting.map((membership) => permissionsOfRole[membership.role]);
  const permissions = new Set(lists[0]?.filter((each) => lists.every((list) => list.includes(each))));
  const { role } = acting.reduce((least, next) => (fewer(next.role, least.role) ? next : least));
  return {
    kind: 'person',
    id: person.id,
    name: person.name,
    tenantId: any.tenant.id,
    tenantSlug,
    timezone: any.tenant.timezone,
    side: sideOfRole(any.role),
    role,
    vendorScope:
      sideOfRole(any.role) === 'insurer'
        ? '*'
        : acting.flatMap(({ vendorId }) => (vendorId ? [vendorId] : [])),
    permissions,
  };
}

function fewer(a: Role, b: Role): boolean {
  return permissionsOfRole[a].length < permissionsOfRole[b].length;
}
