import { Global, Module } from '@nestjs/common';
import { VendorMemberships } from '@plumbline/vendors/server';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeysService } from './api-keys.service';
import { InvitationAcceptance } from './invitation-acceptance';
import { InvitationsController } from './invitations.controller';
import { InvitationsRepository } from './invitations.repository';
import { InvitationsService } from './invitations.service';
import { OpenInvitations } from './open-invitations';
import { PeopleController } from './people.controller';
import { PeopleRepository } from './people.repository';
import { PeopleService } from './people.service';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SftpKeysController } from './sftp-keys.controller';
import { SftpKeysRepository } from './sftp-keys.repository';
import { SftpKeysService } from './sftp-keys.service';
import { VendorLeave } from './vendor-leave';

/** Ends memberships with a vendor's life; global, because vendors cannot import what depends on them. */
@Global()
@Module({
  providers: [
    { provide: VendorMemberships, useClass: VendorLeave },
    ApiKeysRepository,
    InvitationsRepository,
    PeopleRepository,
    SftpKeysRepository,
  ],
  exports: [VendorMemberships],
})
export class VendorLeaveModule {}

/** Who belongs to a tenant, and how they come in. Wants IdentityModule and NotificationsModule beside it. */
@Module({
  imports: [VendorLeaveModule],
  controllers: [
    SessionController,
    InvitationsController,
    PeopleController,
    ApiKeysController,
    SftpKeysController,
  ],
  providers: [
    ApiKeysRepository,
    ApiKeysService,
    InvitationAcceptance,
    InvitationsRepository,
    InvitationsService,
    OpenInvitations,
    PeopleRepository,
    PeopleService,
    SessionService,
    SftpKeysRepository,
    SftpKeysService,
  ],
})
export class PeopleModule {}
