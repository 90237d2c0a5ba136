import type { Permission, Role } from './permissions';

/** The vendors an actor may see within its tenant: all of them (insurer side, worker) or just its own. */
export type VendorScope = '*' | readonly string[];

/**
 * Who acts, in which tenant. First argument of everything that reads or writes; made from the URL's tenant and
 * the server-side membership (or API key), never from anything a client can set.
 */
export interface Actor {
  readonly kind: 'person' | 'api-key' | 'sftp-key' | 'worker';
  /** Person id, API key id, SFTP key id, or the name of the job for a worker. */
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
  readonly tenantSlug: string;
  /** IANA zone of the tenant: periods are calendar months here. */
  readonly timezone: string;
  readonly side: 'insurer' | 'vendor';
  readonly role: Role | null;
  readonly vendorScope: VendorScope;
  readonly permissions: ReadonlySet<Permission>;
}

export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timezone: string;
  readonly colour: string;
}

/** A job acts for a whole tenant; permissions do not apply, row level security does. */
export function workerActor(tenant: Tenant, job: string): Actor {
  return {
    kind: 'worker',
    id: job,
    name: job,
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    timezone: tenant.timezone,
    side: 'insurer',
    role: null,
    vendorScope: '*',
    permissions: new Set(),
  };
}

export function mayActFor(actor: Actor, vendorId: string): boolean {
  return actor.vendorScope === '*' || actor.vendorScope.includes(vendorId);
}
