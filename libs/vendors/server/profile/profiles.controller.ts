import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import {
  listProfileSources,
  listVendorProfileChanges,
  setEscalationLadder,
  setLanguageAccess,
  takeOverProfile,
  viewVendorProfile,
} from '@plumbline/vendors/schema';
import { ProfileDocumentsService } from './profile-documents.service';
import { ProfileTakeOverService } from './profile-take-over.service';
import { ProfileViewService } from './profile-view.service';

@Controller()
export class ProfilesController {
  constructor(
    private readonly profiles: ProfileViewService,
    private readonly documents: ProfileDocumentsService,
    private readonly takeOvers: ProfileTakeOverService,
  ) {}

  @Handles(viewVendorProfile)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewVendorProfile>) {
    return this.profiles.view(actor, params.vendorId);
  }

  @Handles(listVendorProfileChanges)
  changes(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof listVendorProfileChanges>,
  ) {
    return this.profiles.changes(actor, params.vendorId, query);
  }

  @Handles(setEscalationLadder)
  async setLadder(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof setEscalationLadder>,
    @IfMatch() version: number,
  ) {
    await this.documents.setLadder(actor, params.vendorId, body, version);
    return this.profiles.ladder(actor, params.vendorId);
  }

  @Handles(setLanguageAccess)
  setLanguageAccess(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof setLanguageAccess>,
    @IfMatch() version: number,
  ) {
    return this.documents.setLanguageAccess(actor, params.vendorId, body, version);
  }

  @Handles(listProfileSources)
  sources(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof listProfileSources>) {
    return this.takeOvers.sources(actor, params.vendorId);
  }

  @Handles(takeOverProfile)
  takeOver(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof takeOverProfile>) {
    return this.takeOvers.take(actor, params.vendorId, body);
  }
}
