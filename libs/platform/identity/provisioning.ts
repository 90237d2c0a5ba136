import { Injectable } from '@nestjs/common';
import { Door, newId, TenantDirectory, type TenantTransaction } from '../database';
import { Clock, type Role, type Tenant, workerActor } from '../tenancy';
import { MembershipStart } from './membership-start';
import { PasswordHasher } from './password-hasher';
import { Seal } from './seal';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly timezone: string;
  /** `#rrggbb`, lower case. */
  readonly colour: string;
  readonly administrator: { readonly email: string; readonly name: string };
}

/** What a thing gives every new tenant (the metric library). May run again for the same tenant and must not mind. */
export type TenantHook = (tx: TenantTransaction, tenant: Tenant) => Promise<void>;

/**
 * What the operator of an installation does, never a request: making tenants, people, and their first memberships.
 * Every call can be repeated; it changes nothing the second time.
 */
@Injectable()
export class TenantProvisioning {
  private readonly hooks: TenantHook[] = [];

  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly tenants: TenantDirectory,
    private readonly hasher: PasswordHasher,
    private readonly seal: Seal,
    private readonly memberships: MembershipStart,
  ) {}

  /** Called by a thing when its module starts. */
  onCreate(hook: TenantHook): void {
    this.hooks.push(hook);
  }

  /** A tenant with its first administrator, who chooses a password by "forgotten password" (or `setPassword`). */
  async create(wanted: NewTenant): Promise<{ tenant: Tenant; administratorId: string }> {
    await this.door.withRole('identity', (client) =>
      client.query(
        `insert into tenant (id, slug, name, timezone, colour, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (slug) do nothing`,
        [newId(), wanted.slug, wanted.name, wanted.timezone, wanted.colour, this.clock.date()],
      ),
    );
    const tenant = await this.tenants.bySlug(wanted.slug);
    if (!tenant) throw new Error(`the tenant ${wanted.slug} was not made`);
    const { id: administratorId } = await this.person(wanted.administrator);
    await this.join(tenant, administratorId, 'administrator');
    for (const hook of this.hooks) {
      await this.door.withTenant(workerActor(tenant, 'provisioning'), (tx) => hook(tx, tenant));
    }
    return { tenant, administratorId };
  }

  /** The person with this e-mail address, made if there is none. */
  async person({ email, name }: { email: string; name: string }): Promise<{ id: string }> {
    const address = email.trim().toLowerCase();
    return this.door.withRole('identity', async (client) => {
      await client.query(
        'insert into person (id, email, name, created_at) values ($1, $2, $3, $4) on conflict (email) do nothing',
        [newId(), address, name, this.clock.date()],
      );
      const { rows } = await client.query<{ id: string }>('select id from person where email = $1', [
        address,
      ]);
      return rows[0] as { id: string };
    });
  }

  /** Sets a password and, when given, the secret (base32) of an authenticator app that counts as set up. */
  async setCredentials(personId: string, password: string, totpSecret: string | null = null): Promise<void> {
    const hash = await this.hasher.hash(password);
    const sealed = totpSecret === null ? null : this.seal.seal('totp-secret', personId, totpSecret);
    const now = this.clock.date();
    await this.door.withRole('identity', (client) =>
      client.query(
        `insert into person_credential (person_id, password_hash, password_changed_at, totp_secret_sealed, totp_confirmed_at)
         values ($1, $2, $3, $4, $5)
         on conflict (person_id) do update set password_hash = $2, password_changed_at = $3, totp_secret_sealed = $4,
           totp_confirmed_at = $5, totp_last_step = null`,
        [personId, hash, now, sealed, sealed && now],
      ),
    );
  }

  join(tenant: Tenant, personId: string, role: Role, vendorId: string | null = null): Promise<void> {
    return this.door.withTenant(workerActor(tenant, 'provisioning'), async (tx) => {
      await this.memberships.begin(tx, { personId, role, vendorId });
    });
  }
}
