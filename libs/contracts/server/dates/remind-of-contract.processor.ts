import { Injectable } from '@nestjs/common';
import {
  type ContractDate,
  daysFrom,
  dueStage,
  nextReminderDay,
  remindedKinds,
} from '@plumbline/contracts/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { Clock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { ContractDatesService } from './contract-dates.service';
import { ContractLetters } from './contract-letters';

/** When on a day reminders are written, where the insurer is. */
const MORNING = '07:00';

/**
 * Looks at the dates of one contract: reminds of those whose next stage has begun, once a stage, and notes when to look
 * again. The agenda's row is locked, what was reminded of is a row of its own, and mail is posted in the same
 * transaction: however often it runs, and wherever it dies, nobody is told twice.
 */
@Injectable()
export class RemindOfContractProcessor implements JobProcessor {
  readonly topic = 'remind-of-contract' as const;
  readonly concurrency = 2;

  constructor(
    private readonly door: Door,
    private readonly dates: ContractDatesService,
    private readonly letters: ContractLetters,
    private readonly clock: Clock,
  ) {}

  process(tenant: Tenant, contractId: string): Promise<void> {
    return this.door.withTenant(workerActor(tenant, this.topic), async (tx) => {
      const [agenda] = await tx.query<{ vendorId: string }>(
        `select vendor_id as "vendorId" from contract_agenda
         where tenant_id = $1 and contract_id = $2 and next_at <= $3 for update`,
        [tx.tenantId, contractId, this.clock.date()],
      );
      if (!agenda) return;
      const day = this.dates.today(tx);
      const dates = await this.dates.of(tx, contractId);
      for (const event of dates.filter(({ kind }) => remindedKinds.includes(kind)))
        await this.remind(tx, event, day);
      await tx.query('update contract_agenda set next_at = $3 where tenant_id = $1 and contract_id = $2', [
        tx.tenantId,
        contractId,
        this.nextLook(dates, day, tenant.timezone),
      ]);
    });
  }

  /** Of stages that have passed unnoticed only the nearest is told. */
  private async remind(tx: TenantTransaction, event: ContractDate, day: string): Promise<void> {
    const stage = dueStage(event.date, day);
    if (stage === null) return;
    const noted = await tx.query<{ stage: number }>(
      `insert into contract_reminder (tenant_id, contract_id, vendor_id, event_key, event_date, stage, reminded_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning stage`,
      [tx.tenantId, event.contract.id, event.vendor.id, event.key, event.date, stage, this.clock.date()],
    );
    if (noted.length === 0) return;
    const left = Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(event.date)).days;
    await this.letters.remind(tx, event, left);
  }

  /** The morning of the next day on which a stage begins, or on which another term or version counts. */
  private nextLook(dates: readonly ContractDate[], day: string, timeZone: string): Date | null {
    const [next] = dates
      .flatMap(({ kind, date }) => [
        ...(remindedKinds.includes(kind) ? [nextReminderDay(date, day)] : []),
        ...(kind === 'renewal' ? [daysFrom(date, 1)] : []),
        ...(kind === 'version-start' ? [date] : []),
      ])
      .filter((each) => each !== null)
      .toSorted();
    if (next === undefined) return null;
    const morning = Temporal.PlainDateTime.from(`${next}T${MORNING}`).toZonedDateTime(timeZone);
    return new Date(morning.epochMilliseconds);
  }
}
