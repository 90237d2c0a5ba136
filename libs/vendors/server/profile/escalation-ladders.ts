import { Injectable, Module } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { ProfileLadders } from './profile-ladders';
import { CalendarSource } from './profile-sources';
import { ProfilesRepository } from './profiles.repository';

/** Somebody whom an escalation tells: a contact by mail, or a person with a sign-in. */
export interface LadderMember {
  /** From 1 on, in the order of the ladder. */
  readonly position: number;
  readonly name: string;
  readonly personId: string | null;
  readonly email: string | null;
  readonly language: string;
  /** Whether their hours are to be respected and they are within them; without such a wish, always. */
  readonly reachableNow: boolean;
}

/** The read model of escalation ladders for the things that escalate. */
@Injectable()
export class EscalationLadders {
  constructor(
    private readonly profiles: ProfilesRepository,
    private readonly ladders: ProfileLadders,
    private readonly calendars: CalendarSource,
  ) {}

  /** In the order of the ladder, without those who have left. */
  async of(tx: TenantTransaction, vendorId: string, now: Temporal.Instant): Promise<LadderMember[]> {
    const kept = await this.profiles.document(tx, 'ladder', vendorId);
    if (!kept) return [];
    const contacts = await this.profiles.list(tx, 'contacts', vendorId);
    const calendars = await this.calendars.find(
      tx,
      contacts.flatMap(({ calendarId }) => calendarId ?? []),
      now,
    );
    const { stages } = await this.ladders.answer(tx, kept, { contacts, calendars, now });
    return stages.flatMap(({ contactId, personId, name, left, reach }, index): LadderMember[] => {
      if (left) return [];
      const contact = contacts.find(({ id }) => id === contactId);
      const { email = null, language = 'en' } = contact ?? {};
      const reachableNow = reach === 'any-time' || reach === 'open';
      return [{ position: index + 1, name, personId, email, language, reachableNow }];
    });
  }
}

/** Wants a CalendarSource. */
@Module({
  providers: [EscalationLadders, ProfilesRepository, ProfileLadders],
  exports: [EscalationLadders],
})
export class EscalationLaddersModule {}
