import { Inject, Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import { KEEP_MONTHS } from './keep-months';
import { type KeptBounds, keptBounds, mayBeDropped } from './kept-bounds';

/** Which months' rows are kept, and which were dropped. */
@Injectable()
export class KeptMonths {
  constructor(
    private readonly clock: Clock,
    @Inject(KEEP_MONTHS) private readonly months: number,
  ) {}

  async bounds(tx: TenantTransaction): Promise<KeptBounds> {
    const [row] = await tx.query<{ last: string | null }>(
      `select to_char(max(month), 'YYYY-MM') as last from dropped_month`,
    );
    return keptBounds(this.clock.now(), this.months, row?.last ?? null);
  }

  /**
   * When rows of a month (YYYY-MM) were dropped, or of the month before, where intervals of other zones may stand under the
   * last days. Null: every row is there that ever was.
   */
  async droppedAt(tx: TenantTransaction, month: string): Promise<Date | null> {
    if (!mayBeDropped(month, this.clock.now())) return null;
    const [row] = await tx.query<{ at: Date }>(
      `select dropped_at as at from dropped_month where month >= $1::date - interval '1 month' order by month limit 1`,
      [`${month}-01`],
    );
    return row?.at ?? null;
  }
}
