import { Controller, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  acceptInvitation,
  invite,
  listInvitations,
  revokeInvitation,
  viewInvitation,
} from '@plumbline/people/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import { FromPlace, type Place, PresentedToken, setSessionCookie } from '@plumbline/platform/identity';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Response } from 'express';
import { InvitationAcceptance } from './invitation-acceptance';
import { InvitationsService } from './invitations.service';

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptance: InvitationAcceptance,
  ) {}

  @Handles(listInvitations)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listInvitations>) {
    return this.invitations.list(actor, query);
  }

  @Handles(invite)
  invite(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof invite>) {
    return this.invitations.invite(actor, body);
  }

  @Handles(revokeInvitation)
  revoke(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof revokeInvitation>,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.invitations.revoke(actor, params.invitationId, version);
  }

  @Handles(viewInvitation)
  view(@Input() { params }: InputOf<typeof viewInvitation>, @FromPlace() place: Place) {
    return this.acceptance.view(params.token, place);
  }

  @Handles(acceptInvitation)
  async accept(
    @Input() { params, body }: InputOf<typeof acceptInvitation>,
    @FromPlace() place: Place,
    @PresentedToken() token: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { answer, step } = await this.acceptance.accept(params.token, body, token, place);
    if (step) setSessionCookie(response, step.signedIn.token);
    return answer;
  }
}
