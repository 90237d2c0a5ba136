import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '@plumbline/api/schema';
import type { acceptInvitation, viewInvitation } from '@plumbline/people/schema';
import { Door } from '@plumbline/platform/database';
import { NotAllowedError } from '@plumbline/platform/errors';
import {
  MembershipStart,
  NewAccounts,
  type Place,
  Sessions,
  SignIn,
  type StepTaken,
} from '@plumbline/platform/identity';
import { type Actor, workerActor } from '@plumbline/platform/tenancy';
import { type OpenInvitation, OpenInvitations } from './open-invitations';

/** The other end of an invitation: whoever holds the mailed link. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly open: OpenInvitations,
    private readonly accounts: NewAccounts,
    private readonly door: Door,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly memberships: MembershipStart,
  ) {}

  async view(token: string, place: Place): Promise<AnswerOf<typeof viewInvitation>> {
    const { tenant, email, role, vendorName, person } = await this.open.demand(token, place);
    return {
      email,
      role,
      tenant: { slug: tenant.slug, name: tenant.name, colour: tenant.colour },
      vendor: vendorName,
      hasAccount: person?.hasPassword ?? false,
    };
  }

  /** `step` in the answer when a session began, so that its cookie is set. */
  async accept(
    token: string,
    body: InputOf<typeof acceptInvitation>['body'],
    presentedToken: string | undefined,
    place: Place,
  ): Promise<{ answer: AnswerOf<typeof acceptInvitation>; step: StepTaken | null }> {
    const open = await this.open.demand(token, place);
    if (open.person?.hasPassword) {
      await this.demandSignedIn(open, presentedToken);
      await this.join(open, open.person);
      return { answer: { tenant: open.tenant.slug, next: 'done' }, step: null };
    }
    const person = await this.accounts.make(open.email, body, [open.tenant.name, open.vendorName ?? '']);
    await this.join(open, person);
    const step = await this.signIn.begin(person.id, place, presentedToken);
    return { answer: { tenant: open.tenant.slug, next: step.next }, step };
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

  /** Invitation, membership and log line in one transaction that sees the whole tenant. */
  private async join(open: OpenInvitation, { id, name }: { id: string; name: string }): Promise<void> {
    const actor: Actor = { ...workerActor(open.tenant, 'invitation'), kind: 'person', id, name };
    await this.door.withTenant(actor, async (tx) => {
      await this.open.use(tx, open);
      const { role, vendorId } = open;
      await this.memberships.begin(tx, { personId: id, role, vendorId, invitationId: open.id });
    });
  }
}
