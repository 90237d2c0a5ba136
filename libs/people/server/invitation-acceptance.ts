import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '@plumbline/api/schema';
import type { acceptInvitation, viewInvitation } from '@plumbline/people/schema';
import { Door, newId, TenantDirectory } from '@plumbline/platform/database';
import { type FieldProblem, InvalidError, NotAllowedError, NotFoundError } from '@plumbline/platform/errors';
import {
  AttemptLimits,
  enterTenant,
  hashToken,
  MembershipStart,
  passwordProblem,
  PasswordHasher,
  type Place,
  Sessions,
  SignIn,
  type StepTaken,
  tenantOfToken,
} from '@plumbline/platform/identity';
import { type Actor, Clock, type Role, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { InvitationsRepository } from './invitations.repository';

interface OpenInvitation {
  readonly tenant: Tenant;
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly vendorId: string | null;
  readonly vendorName: string | null;
  /** The person with this address, if there is one; `hasPassword` when they can sign in. */
  readonly person: { readonly id: string; readonly name: string; readonly hasPassword: boolean } | null;
}

/** The other end of an invitation: whoever holds the mailed link. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly tenants: TenantDirectory,
    private readonly limits: AttemptLimits,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly memberships: MembershipStart,
    private readonly invitations: InvitationsRepository,
  ) {}

  async view(token: string, place: Place): Promise<AnswerOf<typeof viewInvitation>> {
    const { tenant, email, role, vendorName, person } = await this.demandOpen(token, place);
    return {
      email,
      role,
      tenant: { slug: tenant.slug, name: tenant.name, colour: tenant.colour },
      vendor: vendorName,
      hasAccount: person?.hasPassword ?? false,
    };
  }

  /** `signedIn` in the answer when a session began, so that its cookie is set. */
  async accept(
    token: string,
    body: InputOf<typeof acceptInvitation>['body'],
    presentedToken: string | undefined,
    place: Place,
  ): Promise<{ answer: AnswerOf<typeof acceptInvitation>; step: StepTaken | null }> {
    const open = await this.demandOpen(token, place);
    if (open.person?.hasPassword) {
      await this.demandSignedIn(open, presentedToken);
      await this.join(open, open.person);
      return { answer: { tenant: open.tenant.slug, next: 'done' }, step: null };
    }
    const person = await this.makeAccount(open, body);
    await this.join(open, person);
    const step = await this.signIn.begin(person.id, place, presentedToken);
    return { answer: { tenant: open.tenant.slug, next: step.next }, step };
  }

  private async demandOpen(token: string, place: Place): Promise<OpenInvitation> {
    const attempt = await this.limits.link(place);
    const tenantId = tenantOfToken(token);
    const tenant = tenantId === null ? null : await this.tenants.byId(tenantId);
    const open = tenant && (await this.findOpen(tenant, token));
    if (!open) throw new NotFoundError('open invitation');
    await attempt.succeeded();
    return open;
  }

  private findOpen(tenant: Tenant, token: string): Promise<OpenInvitation | null> {
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
           and i.expires_at > $3`,
        [tenant.id, hashToken(token), this.clock.date()],
      );
      const [row] = rows;
      if (!row) return null;
      return {
        tenant,
        id: row.id,
        email: row.email,
        role: row.role,
        vendorId: row.vendor_id,
        vendorName: row.vendor_name,
        person:
          row.person_id === null
            ? null
            : { id: row.person_id, name: row.person_name ?? '', hasPassword: row.has_password },
      };
    });
  }

  private async demandSignedIn(open: OpenInvitation, presentedToken: string | undefined): Promise<void> {
    const signedIn = presentedToken === undefined ? null : await this.sessions.find(presentedToken);
    if (signedIn?.person.email !== open.email || signedIn.mfa === 'required') {
      throw new NotAllowedError(
        'sign-in-to-accept',
        `There is an account for ${open.email}: sign in with it, then open the link again.`,
        401,
      );
    }
  }

  private async makeAccount(
    open: OpenInvitation,
    { name, password }: InputOf<typeof acceptInvitation>['body'],
  ): Promise<{ id: string; name: string }> {
    const problems: FieldProblem[] = [];
    if (name === undefined)
      problems.push({ path: 'name', code: 'missing', detail: 'say what you are called' });
    if (password === undefined) {
      problems.push({ path: 'password', code: 'missing', detail: 'choose a password' });
    } else {
      const problem = passwordProblem(password, [
        name ?? '',
        open.email,
        open.tenant.name,
        open.vendorName ?? '',
      ]);
      if (problem) problems.push(problem);
    }
    if (name === undefined || password === undefined || problems.length > 0) {
      throw new InvalidError(
        'invalid',
        problems.map(({ path, detail }) => `${path}: ${detail}`).join('; '),
        problems,
      );
    }
    const hash = await this.hasher.hash(password);
    const now = this.clock.date();
    return this.door.withRole('identity', async (client) => {
      const made = await client.query<{ id: string }>(
        `insert into person (id, email, name, created_at) values ($1, $2, $3, $4)
         on conflict (email) do update set name = $3, version = person.version + 1 returning id`,
        [newId(), open.email, name, now],
      );
      const id = made.rows[0]?.id as string;
      const stored = await client.query(
        `insert into person_credential (person_id, password_hash, password_changed_at) values ($1, $2, $3)
         on conflict (person_id) do update set password_hash = $2, password_changed_at = $3
         where person_credential.password_hash is null`,
        [id, hash, now],
      );
      // another link to the same address was accepted at this moment: its password counts
      if (stored.rowCount === 0) throw new NotFoundError('open invitation');
      return { id, name };
    });
  }

  /** Membership, invitation and log line in one transaction that sees the whole tenant. */
  private async join(open: OpenInvitation, person: { id: string; name: string }): Promise<void> {
    const actor: Actor = {
      ...workerActor(open.tenant, 'invitation'),
      kind: 'person',
      id: person.id,
      name: person.name,
    };
    await this.door.withTenant(actor, async (tx) => {
      if (!(await this.invitations.accept(tx, open.id, this.clock.date())))
        throw new NotFoundError('open invitation');
      await this.memberships.begin(tx, {
        personId: person.id,
        role: open.role,
        vendorId: open.vendorId,
        invitationId: open.id,
      });
    });
  }
}
