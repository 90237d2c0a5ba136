import { Module } from '@nestjs/common';
import { DocumentCopyModule, DocumentReadModule } from '@plumbline/documents/server';
import { ImportPlanning } from './import/import-planning';
import { VendorImportsController } from './import/vendor-imports.controller';
import { VendorImportsService } from './import/vendor-imports.service';
import { beginnings, lifeControllers, lifeEntities, lifeProviders } from './life/vendor-life-parts';
import { ProfileDocumentsService } from './profile/profile-documents.service';
import { ProfileEntriesController } from './profile/profile-entries.controller';
import { ProfileEntriesService } from './profile/profile-entries.service';
import { profileEntities } from './profile/profile-entities';
import { ProfileHistory } from './profile/profile-history';
import { ProfileLadders } from './profile/profile-ladders';
import { ProfileTakeOverService } from './profile/profile-take-over.service';
import { ProfileViewService } from './profile/profile-view.service';
import { ProfilesController } from './profile/profiles.controller';
import { ProfilesRepository } from './profile/profiles.repository';
import { VendorAliasEntity } from './vendor-alias.entity';
import { VendorCodes } from './vendor-codes';
import { VendorDirectory } from './vendor-directory';
import { VendorEntity } from './vendor.entity';
import { VendorsController } from './vendors.controller';
import { VendorsRepository } from './vendors.repository';
import { VendorsService } from './vendors.service';

export const vendorEntities = [VendorEntity, VendorAliasEntity, ...lifeEntities, ...profileEntities] as const;

/** What other things read of vendors, in both processes. */
@Module({
  providers: [VendorCodes, VendorDirectory, ...beginnings],
  exports: [VendorCodes, VendorDirectory, ...beginnings],
})
export class VendorReadModule {}

const profileProviders = [
  ProfilesRepository,
  ProfileHistory,
  ProfileLadders,
  ProfileEntriesService,
  ProfileDocumentsService,
  ProfileViewService,
  ProfileTakeOverService,
];

/**
 * Wants what calendars, contracts, measurements and people give: CalendarSource, ResidencySource and VendorContracts,
 * ImportTableSource, VendorMemberships.
 */
@Module({
  imports: [VendorReadModule, DocumentReadModule, DocumentCopyModule],
  controllers: [
    VendorsController,
    ...lifeControllers,
    ProfilesController,
    ProfileEntriesController,
    VendorImportsController,
  ],
  providers: [
    VendorsService,
    VendorsRepository,
    ...lifeProviders,
    ...profileProviders,
    VendorImportsService,
    ImportPlanning,
  ],
})
export class VendorsModule {}
