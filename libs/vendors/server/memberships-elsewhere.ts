import type { Door } from '@plumbline/platform/database';
import { type MembershipOfPerson, membershipsOf } from '@plumbline/platform/identity';
import { type Actor, type Permission, permissionsOfRole } from '@plumbline/platform/tenancy';

export type VendorMembership = MembershipOfPerson & { readonly vendorId: string };

/**
 * A partner's own memberships of vendors with other insurers, where they may do this. Of a machine and of the insurer's
 * people there are none: what one of them may see is one insurer's.
 */
export async function membershipsElsewhere(
  door: Door,
  actor: Actor,
  permission: Permission,
): Promise<readonly VendorMembership[]> {
  if (actor.kind !== 'person' || actor.side !== 'vendor') return [];
  const all = await door.withRole('identity', (client) => membershipsOf(client, actor.id));
  return all.flatMap((membership) => {
    const { tenant, role, vendorId } = membership;
    const may = vendorId !== null && permissionsOfRole[role].includes(permission);
    return may && tenant.slug !== actor.tenantSlug ? [{ ...membership, vendorId }] : [];
  });
}
