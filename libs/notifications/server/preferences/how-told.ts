import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { kindOfNotice, type NoticeKind } from '@plumbline/platform/notifications';
import { type Hours, usualHours } from '../spreading/told-when';

export type Mode = 'at-once' | 'daily' | 'weekly' | 'off';
export type PersonalChannel = 'page' | 'mail';

/** How one person is told: where nothing was chosen, at once and everywhere. */
export interface HowTold {
  readonly hours: Hours;
  mode(kind: NoticeKind, channel: PersonalChannel): Mode;
}

/** Reads what people have chosen. A choice never silences what a legal clock depends on, whatever its row says. */
@Injectable()
export class HowToldRepository {
  async of(tx: TenantTransaction, personIds: readonly string[]): Promise<(personId: string) => HowTold> {
    const chosen = await tx.query<{ person: string; kind: string; channel: string; mode: Mode }>(
      `select person_id as person, kind, channel, mode from notification_preference
       where tenant_id = $1 and person_id = any ($2)`,
      [tx.tenantId, [...personIds]],
    );
    const hours = await tx.query<Hours & { person: string }>(
      `select person_id as person, timezone, to_char(quiet_from, 'HH24:MI') as "quietFrom", to_char(quiet_until, 'HH24:MI') as "quietUntil",
              to_char(digest_at, 'HH24:MI') as "digestAt", digest_weekday as "digestWeekday"
       from notification_hours where tenant_id = $1 and person_id = any ($2)`,
      [tx.tenantId, [...personIds]],
    );
    const modes = new Map(
      chosen.map(({ person, kind, channel, mode }) => [`${person} ${kind} ${channel}`, mode]),
    );
    return (personId) => ({
      hours: hours.find(({ person }) => person === personId) ?? usualHours(tx.actor.timezone),
      mode: (kind, channel) =>
        kindOfNotice(kind).legal ? 'at-once' : (modes.get(`${personId} ${kind} ${channel}`) ?? 'at-once'),
    });
  }
}
