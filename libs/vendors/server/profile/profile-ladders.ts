import { Injectable } from '@nestjs/common';
import { engineCalendar } from '@plumbline/calendars/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { sideOfRole } from '@plumbline/platform/tenancy';
import { calendarOfHours, type Ladder, ladderAt, type StageHours } from '@plumbline/vendors/schema';
import type { KeptStage, VendorContactEntity, VendorLadderEntity } from './profile-entities';
import type { KnownCalendar } from './profile-sources';
import { type MemberHere, ProfilesRepository } from './profiles.repository';

export interface LadderFacts {
  readonly contacts: readonly VendorContactEntity[];
  readonly calendars: ReadonlyMap<string, KnownCalendar>;
  readonly now: Temporal.Instant;
}

/** Whom a ladder would reach at an instant. */
@Injectable()
export class ProfileLadders {
  constructor(private readonly profiles: ProfilesRepository) {}

  async answer(
    tx: TenantTransaction,
    ladder: VendorLadderEntity | null,
    { contacts, calendars, now }: LadderFacts,
  ): Promise<Ladder> {
    if (!ladder) return { stages: [], now: null, version: 0 };
    const personIds = ladder.stages.flatMap(({ personId }) => personId ?? []);
    const members = await this.profiles.members(tx, ladder.vendorId, personIds);
    const here = (stage: KeptStage) => isHere(stage, members, tx.actor.side);
    const named = ladder.stages.map((stage) => {
      const contact = contacts.find(({ id }) => id === stage.contactId);
      const { personName, personSide: _, ...asked } = stage;
      const left = stage.contactId === null ? !here(stage) : contact === undefined;
      return {
        ...asked,
        name: contact?.name ?? personName ?? '',
        left,
        hours: hoursOf(stage, contact, left, calendars),
      };
    });
    const reached = ladderAt(named, now);
    return {
      stages: named.map(({ hours: _, ...stage }, index) => ({
        ...stage,
        ...(reached.stages[index] as Ladder['stages'][number]),
      })),
      now: reached.now,
      version: ladder.version,
    };
  }
}

/** The vendor's side does not see the insurer's people; whether one of them has left is for the insurer to know. */
function isHere(stage: KeptStage, members: readonly MemberHere[], side: 'insurer' | 'vendor'): boolean {
  if (side === 'vendor' && stage.personSide === 'insurer') return true;
  return members.some(
    ({ person_id, role }) => person_id === stage.personId && sideOfRole(role) === stage.personSide,
  );
}

function hoursOf(
  { respectHours }: KeptStage,
  contact: VendorContactEntity | undefined,
  left: boolean,
  calendars: ReadonlyMap<string, KnownCalendar>,
): StageHours {
  if (left) return 'not-said';
  if (!respectHours) return 'any-time';
  const known = contact?.calendarId ? calendars.get(contact.calendarId) : undefined;
  const calendar = contact?.hours ? calendarOfHours(contact.hours) : known && engineCalendar(known.terms);
  return calendar?.ok ? calendar.value : 'not-said';
}
