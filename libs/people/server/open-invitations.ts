import { Injectable } from '@nestjs/common';
import { Door, TenantDirectory, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import {
  AttemptLimits,
  enterTenant,
  hashToken,
  type Place,
  tenantOfToken,
} from '@plumbline/platform/identity';
import { Clock, type Role, type Tenant } from '@plumbline/platform/tenancy';
import { InvitationsRepository } from './invitations.repository';

export interface OpenInvitation {
  readonly tenant: Tenant;
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly vendorId: string | null;
  readonly vendorName: string | null;
  /** The person with this address, if there is one; `hasPassword` when they can sign in. */
  readonly person: { readonly id: string; readonly name: string; readonly hasPassword: boolean } | null;
}

/** Finds the invitation that a mailed link belongs to, as long as it is open. */
@Injectable()
export class OpenInvitations {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly tenants: TenantDirectory,
    private readonly limits: AttemptLimits,
    private readonly invitations: InvitationsRepository,
  ) {}

  /** Unknown, used, revoked and expired links answer alike. */
  async demand(token: string, place: Place): Promise<OpenInvitation> {
    const attempt = await this.limits.link(place);
    const tenantId = tenantOfToken(token);
    const tenant = tenantId === null ? null : await this.tenants.byId(tenantId);
    const open = tenant && (await this.find(tenant, token));
    if (!open) throw new NotFoundError('open invitation');
    await attempt.succeeded();
    return open;
  }

  /** Uses it up, in the transaction of what follows from it. Of two at once, one finds it closed. */
  async use(tx: TenantTransaction, { id }: OpenInvitation): Promise<void> {
    if (!(await this.invitations.accept(tx, id, this.clock.date())))
      throw new NotFoundError('open invitation');
  }

  private find(tenant: Tenant, token: string): Promise<OpenInvitation | null> {
    return this.door.withRole('identity', async (client) => {
      await enterTenant(client, tenant.id);
      const { rows } = await client.query<{
        id: string;
        email: string;
        role: Role;
        vendor_id: string | null;
        vendor_name: string | null;
        person_id: string | null;
        person_name: string | null;
        has_password: boolean;
      }>(
        `select i.id, i.email, i.role, i.vendor_id, v.name as vendor_name, p.id as person_id, p.name as person_name,
                c.password_hash is not null as has_password
         from invitation i left join vendor v on v.tenant_id = i.tenant_id and v.id = i.vendor_id
         left join person p on p.email = i.email left join person_credential c on c.person_id = p.id
         where i.tenant_id = $1 and i.token_hash = $2 and i.accepted_at is null and i.revoked_at is null
           and i.expires_at > $3 and v.state is distinct from 'ended'`,
        [tenant.id, hashToken(token), this.clock.date()],
      );
      const [row] = rows;
      if (!row) return null;
      const person =
        row.person_id === null
          ? null
          : { id: row.person_id, name: row.person_name ?? '', hasPassword: row.has_password };
      const { id, email, role } = row;
      return { tenant, id, email, role, vendorId: row.vendor_id, vendorName: row.vendor_name, person };
    });
  }
}
