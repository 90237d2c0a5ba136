import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import {
  decideVendorStep,
  listVendorSteps,
  moveVendor,
  viewVendorLife,
  withdrawVendorStep,
} from '@plumbline/vendors/schema';
import { VendorStepsService } from './vendor-steps.service';

@Controller()
export class VendorStepsController {
  constructor(private readonly steps: VendorStepsService) {}

  @Handles(viewVendorLife)
  life(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewVendorLife>) {
    return this.steps.life(actor, params.vendorId);
  }

  @Handles(moveVendor)
  request(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof moveVendor>,
    @IfMatch() version: number,
  ) {
    return this.steps.request(actor, params.vendorId, body, version);
  }

  @Handles(listVendorSteps)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listVendorSteps>) {
    return this.steps.list(actor, query);
  }

  @Handles(decideVendorStep)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideVendorStep>,
    @IfMatch() version: number,
  ) {
    return this.steps.decide(actor, params.stepId, body, version);
  }

  @Handles(withdrawVendorStep)
  withdraw(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof withdrawVendorStep>,
    @IfMatch() version: number,
  ) {
    return this.steps.withdraw(actor, params.stepId, version);
  }
}
