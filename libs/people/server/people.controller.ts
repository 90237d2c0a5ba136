import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { changeRole, endMembership, listPeople, viewMember } from '@plumbline/people/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { PeopleService } from './people.service';

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Handles(listPeople)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listPeople>) {
    return this.people.list(actor, query);
  }

  @Handles(viewMember)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewMember>) {
    return this.people.view(actor, params.membershipId);
  }

  @Handles(changeRole)
  changeRole(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeRole>,
    @IfMatch() version: number,
  ) {
    return this.people.changeRole(actor, params.membershipId, body.role, version);
  }

  @Handles(endMembership)
  end(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endMembership>,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.people.end(actor, params.membershipId, version);
  }
}
