import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import {
  type Contact,
  contactOperations,
  type DataFlow,
  dataFlowOperations,
  decideFourthParty,
  type FourthParty,
  fourthPartyOperations,
  type Site,
  siteOperations,
} from '@plumbline/vendors/schema';
import { ProfileEntriesService } from './profile-entries.service';

@Controller()
export class ProfileEntriesController {
  constructor(private readonly entries: ProfileEntriesService) {}

  @Handles(siteOperations.add)
  addSite(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof siteOperations.add>) {
    return this.entries.add<Site>(actor, 'sites', params.vendorId, body);
  }

  @Handles(siteOperations.change)
  changeSite(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof siteOperations.change>,
    @IfMatch() version: number,
  ) {
    return this.entries.change<Site>(actor, 'sites', params, body, version);
  }

  @Handles(siteOperations.remove)
  removeSite(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof siteOperations.remove>,
    @IfMatch() version: number,
  ) {
    return this.entries.remove(actor, 'sites', params, version);
  }

  @Handles(contactOperations.add)
  addContact(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contactOperations.add>) {
    return this.entries.add<Contact>(actor, 'contacts', params.vendorId, body);
  }

  @Handles(contactOperations.change)
  changeContact(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contactOperations.change>,
    @IfMatch() version: number,
  ) {
    return this.entries.change<Contact>(actor, 'contacts', params, body, version);
  }

  @Handles(contactOperations.remove)
  removeContact(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof contactOperations.remove>,
    @IfMatch() version: number,
  ) {
    return this.entries.remove(actor, 'contacts', params, version);
  }

  @Handles(fourthPartyOperations.add)
  addFourthParty(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof fourthPartyOperations.add>,
  ) {
    return this.entries.add<FourthParty>(actor, 'fourth-parties', params.vendorId, body);
  }

  @Handles(fourthPartyOperations.change)
  changeFourthParty(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof fourthPartyOperations.change>,
    @IfMatch() version: number,
  ) {
    return this.entries.change<FourthParty>(actor, 'fourth-parties', params, body, version);
  }

  @Handles(fourthPartyOperations.remove)
  removeFourthParty(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof fourthPartyOperations.remove>,
    @IfMatch() version: number,
  ) {
    return this.entries.remove(actor, 'fourth-parties', params, version);
  }

  @Handles(dataFlowOperations.add)
  addDataFlow(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof dataFlowOperations.add>,
  ) {
    return this.entries.add<DataFlow>(actor, 'data-flows', params.vendorId, body);
  }

  @Handles(dataFlowOperations.change)
  changeDataFlow(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof dataFlowOperations.change>,
    @IfMatch() version: number,
  ) {
    return this.entries.change<DataFlow>(actor, 'data-flows', params, body, version);
  }

  @Handles(dataFlowOperations.remove)
  removeDataFlow(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof dataFlowOperations.remove>,
    @IfMatch() version: number,
  ) {
    return this.entries.remove(actor, 'data-flows', params, version);
  }

  @Handles(decideFourthParty)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideFourthParty>,
    @IfMatch() version: number,
  ) {
    return this.entries.decide(actor, params, body, version);
  }
}
