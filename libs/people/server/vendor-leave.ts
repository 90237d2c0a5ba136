import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import type { TenantTransaction } from '@plumbline/platform/database';
import { Sessions } from '@plumbline/platform/identity';
import { Clock } from '@plumbline/platform/tenancy';
import { VendorMemberships } from '@plumbline/vendors/server';
import { ApiKeysRepository } from './api-keys.repository';
import { InvitationsRepository } from './invitations.repository';
import { PeopleRepository } from './people.repository';
import { SftpKeysRepository } from './sftp-keys.repository';

/** A vendor's people leave the tenant together, when the vendor's life here ends (V1). */
@Injectable()
export class VendorLeave extends VendorMemberships {
  constructor(
    private readonly people: PeopleRepository,
    private readonly apiKeys: ApiKeysRepository,
    private readonly sftpKeys: SftpKeysRepository,
    private readonly invitations: InvitationsRepository,
    private readonly sessions: Sessions,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {
    super();
  }

  async endAll(tx: TenantTransaction, vendorId: string): Promise<number> {
    const at = this.clock.date();
    const members = await this.people.ofVendor(tx, vendorId);
    await this.invitations.revokeOfVendor(tx, vendorId, at);
    const ended = {
      'api-key': await this.apiKeys.revokeOfVendor(tx, vendorId, at),
      'sftp-key': await this.sftpKeys.revokeOfVendor(tx, vendorId, at),
    };
    for (const [thing, keys] of Object.entries(ended))
      for (const id of keys)
        await this.activityLog.append(tx, {
          ...{ action: `${thing}-revoked`, thing, thingId: id, vendorId },
          detail: { vendorEnded: true },
        });
    for (const member of members) {
      await this.people.end(tx, member.id, at);
      await this.sessions.endAllWithin(tx, member.person_id, 'role-changed');
      await this.activityLog.append(tx, {
        action: 'membership-ended',
        thing: 'membership',
        thingId: member.id,
        vendorId,
        detail: { personId: member.person_id, role: member.role, vendorEnded: true },
      });
    }
    return members.length;
  }
}
