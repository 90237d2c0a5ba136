import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  assignFinding,
  changeClausePolicy,
  decideWaiver,
  listWaivers,
  previewClausePolicy,
  requestWaiver,
  viewClausePolicy,
  withdrawWaiver,
} from '@plumbline/contracts/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ClausePoliciesService } from './clause-policies.service';
import { ClausePolicyEffectsService } from './clause-policy-effects';
import { WaiversService } from './waivers.service';

@Controller()
export class WaiversController {
  constructor(
    private readonly waivers: WaiversService,
    private readonly policies: ClausePoliciesService,
    private readonly effects: ClausePolicyEffectsService,
  ) {}

  @Handles(listWaivers)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listWaivers>) {
    return this.waivers.list(actor, query);
  }

  @Handles(requestWaiver)
  request(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof requestWaiver>) {
    return this.waivers.request(actor, params.contractId, body);
  }

  @Handles(decideWaiver)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideWaiver>,
    @IfMatch() version: number,
  ) {
    return this.waivers.decide(actor, params.waiverId, body, version);
  }

  @Handles(withdrawWaiver)
  withdraw(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof withdrawWaiver>,
    @IfMatch() version: number,
  ) {
    return this.waivers.withdraw(actor, params.waiverId, body.note, version);
  }

  @Handles(assignFinding)
  assign(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof assignFinding>) {
    return this.waivers.assign(actor, params.contractId, body);
  }

  @Handles(viewClausePolicy)
  policy(@CurrentActor() actor: Actor) {
    return this.policies.view(actor);
  }

  @Handles(previewClausePolicy)
  previewPolicy(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof previewClausePolicy>) {
    return this.effects.preview(actor, body.rules);
  }

  @Handles(changeClausePolicy)
  changePolicy(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof changeClausePolicy>,
    @IfMatch() version: number,
  ) {
    return this.policies.change(actor, body.rules, body.reason, version);
  }
}
