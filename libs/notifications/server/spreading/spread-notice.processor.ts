import { Injectable } from '@nestjs/common';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { type JobProcessor, LiveEvents } from '@plumbline/platform/jobs';
import { kindOfNotice } from '@plumbline/platform/notifications';
import { Clock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { HowToldRepository, type HowTold } from '../preferences/how-told';
import { DeliveriesRepository } from './deliveries.repository';
import { type AnnouncedNotice, type Member, NoticesRepository } from './notices.repository';
import { NoticeLetters } from './notice-letters';
import { toldWhen } from './told-when';

/** Hints for open pages that a person has something new to read. */
export function notificationsTopic(personId: string): string {
  return `notifications:${personId}`;
}

/**
 * Tells everybody whom an announcement is for, in one transaction: what was noted of one recipient was done for it, and what was
 * noted once is not done again, however often this runs.
 */
@Injectable()
export class SpreadNoticeProcessor implements JobProcessor {
  readonly topic = 'spread-notice' as const;
  readonly concurrency = 4;

  constructor(
    private readonly door: Door,
    private readonly notices: NoticesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly howTold: HowToldRepository,
    private readonly letters: NoticeLetters,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  process(tenant: Tenant, noticeId: string): Promise<void> {
    return this.door.withTenant(workerActor(tenant, this.topic), async (tx) => {
      const notice = await this.notices.claim(tx, noticeId);
      if (!notice) return;
      const members = await this.notices.members(tx, notice);
      const how = await this.howTold.of(
        tx,
        members.map(({ id }) => id),
      );
      for (const member of members) await this.tell(tx, tenant, notice, member, how(member.id));
      for (const contact of notice.contacts)
        if (!members.some(({ email }) => email === contact.email.toLowerCase()))
          await this.tellContact(tx, tenant, notice, contact);
      await this.notices.spread(tx, noticeId, this.clock.date());
    });
  }

  private async tell(
    tx: TenantTransaction,
    tenant: Tenant,
    notice: AnnouncedNotice,
    member: Member,
    how: HowTold,
  ): Promise<void> {
    const now = this.clock.now();
    const onPage = how.mode(notice.kind, 'page') !== 'off';
    const isNew = await this.notices.note(tx, notice, member.id, onPage, this.clock.date());
    if (!isNew) return;
    const to = {
      personId: member.id,
      recipient: member.name,
      address: member.email,
      language: member.language,
    };
    await this.deliveries.add(tx, notice, {
      ...{ ...to, id: newId(), channel: 'page' as const, rhythm: 'at-once' as const, dueAt: null },
      state: onPage ? 'sent' : 'muted',
    });
    if (onPage) tx.afterCommit(() => this.live.publish(tx.tenantId, notificationsTopic(member.id)));

    const mode = how.mode(notice.kind, 'mail');
    const rhythm = mode === 'off' ? 'at-once' : mode;
    const due = toldWhen(kindOfNotice(notice.kind).legal, rhythm, how.hours, now);
    const waits = Temporal.Instant.compare(due, now) > 0;
    const id = newId();
    await this.deliveries.add(tx, notice, {
      ...{ ...to, id, channel: 'mail' as const, rhythm },
      state: mode === 'off' ? 'muted' : waits ? 'waiting' : 'posted',
      dueAt: mode === 'off' ? null : new Date(due.epochMilliseconds),
    });
    if (mode !== 'off' && !waits)
      await this.letters.post(tx, { ...notice, ...to, id }, tenant.name, how.hours.timezone);
  }

  /** Contacts of a ladder are on call by its terms: there are no hours of theirs to wait for. */
  private async tellContact(
    tx: TenantTransaction,
    tenant: Tenant,
    notice: AnnouncedNotice,
    contact: AnnouncedNotice['contacts'][number],
  ): Promise<void> {
    const to = {
      ...{ personId: null, recipient: contact.name, address: contact.email.toLowerCase() },
      language: contact.language ?? ('en' as const),
    };
    const id = newId();
    const isNew = await this.deliveries.add(tx, notice, {
      ...{ ...to, id, channel: 'mail' as const, rhythm: 'at-once' as const },
      ...{ state: 'posted' as const, dueAt: this.clock.date() },
    });
    if (isNew) await this.letters.post(tx, { ...notice, ...to, id }, tenant.name, tenant.timezone);
  }
}
