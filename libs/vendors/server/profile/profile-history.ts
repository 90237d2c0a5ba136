import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import type { ProfileChange, ProfileSection } from '@plumbline/vendors/schema';
import { ProfilesRepository } from './profiles.repository';

export type RecordedChange = Pick<ProfileChange, 'section' | 'act' | 'name' | 'entryId' | 'changed'>;

const things: Readonly<Record<ProfileSection, string>> = {
  sites: 'vendor-site',
  contacts: 'vendor-contact',
  ladder: 'escalation-ladder',
  'fourth-parties': 'fourth-party',
  'data-flows': 'data-flow',
  'language-access': 'language-access',
};

const actions = {
  added: { action: 'vendor-profile-added' },
  changed: { action: 'vendor-profile-changed' },
  removed: { action: 'vendor-profile-removed' },
  decided: { action: 'fourth-party-decided' },
} as const;

/**
 * Writes a change of a profile twice, in the transaction of the change: a line that both sides read on the vendor's page,
 * and one in the insurer's activity log, which names fields and never what stands in them: contacts are people.
 */
@Injectable()
export class ProfileHistory {
  constructor(
    private readonly profiles: ProfilesRepository,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  async record(tx: TenantTransaction, vendorId: string, change: RecordedChange): Promise<void> {
    const { actor, tenantId } = tx;
    await this.profiles.insertChange(tx, {
      tenantId,
      id: newId(),
      vendorId,
      ...change,
      changedBy: actor.id,
      changedByName: actor.name,
      changedBySide: actor.side,
      at: this.clock.date(),
    });
    await this.activityLog.append(tx, {
      ...actions[change.act],
      thing: things[change.section],
      thingId: change.entryId ?? vendorId,
      vendorId,
      detail: { fields: Object.keys(change.changed) },
    });
  }
}
