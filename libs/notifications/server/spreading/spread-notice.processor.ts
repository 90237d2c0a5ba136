import { Injectable } from '@nestjs/common';
import { Door } from '@plumbline/platform/database';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { Clock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { WebhookTelling } from '../webhooks/webhook-telling';
import { NoticesRepository } from './notices.repository';
import { PeopleTelling } from './people-telling';

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
    private readonly people: PeopleTelling,
    private readonly webhooks: WebhookTelling,
    private readonly clock: Clock,
  ) {}

  process(tenant: Tenant, noticeId: string): Promise<void> {
    return this.door.withTenant(workerActor(tenant, this.topic), async (tx) => {
      const notice = await this.notices.claim(tx, noticeId);
      if (!notice) return;
      await this.people.tell(tx, tenant, notice);
      await this.webhooks.tell(tx, notice);
      await this.notices.spread(tx, noticeId, this.clock.date());
    });
  }
}
