import { Injectable } from '@nestjs/common';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { type HowTold, HowToldRepository } from '../preferences/how-told';
import { DeliveriesRepository, type WaitingMail } from './deliveries.repository';
import { NoticeLetters } from './notice-letters';

/**
 * Posts what waited for the end of quiet hours, or for a digest. Mail and note are one transaction on locked rows: a digest
 * goes out once, whoever else looks and wherever one dies. What the person has turned off meanwhile is not sent.
 */
@Injectable()
export class PostNoticesProcessor implements JobProcessor {
  readonly topic = 'post-notices' as const;
  readonly concurrency = 2;

  constructor(
    private readonly door: Door,
    private readonly deliveries: DeliveriesRepository,
    private readonly howTold: HowToldRepository,
    private readonly letters: NoticeLetters,
  ) {}

  process(tenant: Tenant, deliveryId: string): Promise<void> {
    return this.door.withTenant(workerActor(tenant, this.topic), async (tx) => {
      const due = await this.deliveries.dueMail(tx, deliveryId);
      if (!due?.personId) return;
      const digest = due.rhythm !== 'at-once';
      const waiting = digest
        ? await this.deliveries.lockDigest(tx, due.personId)
        : await this.deliveries.lockMail(tx, deliveryId);
      if (waiting.length === 0) return;
      const how = (await this.howTold.of(tx, [due.personId]))(due.personId);
      const wanted = (await this.belongs(tx, due.personId))
        ? waiting.filter((mail) => isWanted(mail, how))
        : [];
      if (digest) await this.letters.postDigest(tx, wanted, tenant.name, how.hours.timezone);
      else for (const mail of wanted) await this.letters.post(tx, mail, tenant.name, how.hours.timezone);
      const unwanted = waiting.filter((mail) => !wanted.includes(mail));
      await this.deliveries.settle(
        tx,
        wanted.map(({ id }) => id),
        'posted',
      );
      await this.deliveries.settle(
        tx,
        unwanted.map(({ id }) => id),
        'muted',
      );
    });
  }

  /** Whoever has left meanwhile is told nothing more. */
  private async belongs(tx: TenantTransaction, personId: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from membership join person on person.id = membership.person_id
       where membership.tenant_id = $1 and membership.person_id = $2 and membership.ended_at is null and person.disabled_at is null limit 1`,
      [tx.tenantId, personId],
    );
    return rows.length > 0;
  }
}

function isWanted(mail: WaitingMail, how: HowTold): boolean {
  return how.mode(mail.kind, 'mail') !== 'off';
}
