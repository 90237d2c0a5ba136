import { Injectable, Module } from '@nestjs/common';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';

export interface LateClock {
  readonly id: string;
  readonly vendorId: string;
  readonly contractVersionId: string;
  readonly deadlineAt: Date;
}

/** Breaches of clocks, for the things whose clocks run out. */
@Injectable()
export class ClockBreaches {
  constructor(private readonly clock: Clock) {}

  /**
   * Opens the breach, back-dated to the deadline however late that was seen, in the month of the deadline where the insurer is;
   * once, whatever runs twice (semantics rule 12).
   */
  async open(
    tx: TenantTransaction,
    { id, vendorId, contractVersionId, deadlineAt }: LateClock,
  ): Promise<void> {
    const day = Temporal.Instant.fromEpochMilliseconds(deadlineAt.getTime()).toZonedDateTimeISO(
      tx.actor.timezone,
    );
    await tx.query(
      `insert into breach (tenant_id, id, vendor_id, kind, contract_version_id, clock_id, month, opened_at, breached_at)
       values ($1, $2, $3, 'clock', $4, $5, $6, $7, $8) on conflict do nothing`,
      [
        ...[tx.tenantId, newId(), vendorId, contractVersionId, id],
        ...[day.toPlainDate().with({ day: 1 }).toString(), this.clock.date(), deadlineAt],
      ],
    );
  }
}

@Module({ providers: [ClockBreaches], exports: [ClockBreaches] })
export class ClockBreachesModule {}
