import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import {
  changeVendor,
  createVendor,
  listVendors,
  overrideTier,
  viewVendor,
  withdrawTierOverride,
} from '@plumbline/vendors/schema';
import { VendorsService } from './vendors.service';

@Controller()
export class VendorsController {
  constructor(private readonly vendors: VendorsService) {}

  @Handles(listVendors)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listVendors>) {
    return this.vendors.list(actor, query);
  }

  @Handles(createVendor)
  create(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof createVendor>) {
    return this.vendors.create(actor, body);
  }

  @Handles(viewVendor)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewVendor>) {
    return this.vendors.view(actor, params.vendorId);
  }

  @Handles(changeVendor)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeVendor>,
    @IfMatch() version: number,
  ) {
    return this.vendors.change(actor, params.vendorId, body, version);
  }

  @Handles(overrideTier)
  overrideTier(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof overrideTier>,
    @IfMatch() version: number,
  ) {
    return this.vendors.overrideTier(actor, params.vendorId, body, version);
  }

  @Handles(withdrawTierOverride)
  withdrawTierOverride(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof withdrawTierOverride>,
    @IfMatch() version: number,
  ) {
    return this.vendors.withdrawTierOverride(actor, params.vendorId, version);
  }
}
