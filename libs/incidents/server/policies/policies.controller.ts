import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  addIncidentPolicy,
  changeIncidentPolicy,
  listIncidentPolicies,
  switchIncidentPolicy,
} from '@plumbline/incidents/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { PoliciesService } from './policies.service';

@Controller()
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Handles(listIncidentPolicies)
  list(@CurrentActor() actor: Actor) {
    return this.policies.list(actor);
  }

  @Handles(addIncidentPolicy)
  add(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof addIncidentPolicy>) {
    const { code, terms, ...decided } = body;
    return this.policies.add(actor, code, terms, decided);
  }

  @Handles(changeIncidentPolicy)
  change(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof changeIncidentPolicy>) {
    const { terms, ...decided } = body;
    return this.policies.change(actor, params.policy, terms, decided);
  }

  @Handles(switchIncidentPolicy)
  switch(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof switchIncidentPolicy>) {
    return this.policies.switch(actor, params.policy, body);
  }
}
