import { Injectable } from '@nestjs/common';
import type { SweepSource } from '@plumbline/platform/jobs';

/** A job may be on its way: only results that have lain for a while are asked about again. */
const LAIN_MS = 15_000;
/** What was evaluated longer ago than this and never built has failed for other reasons, and is in the log. */
const LOOK_BACK_DAYS = 7;
const AT_ONCE = 500;
/** A quarter that has begun ends in a month to come: that month waits until the quarter is decided. */
const DECIDED = `(result.window_kind = 'month' or result.state not in ('provisional', 'at_risk'))`;

/** Months whose results moved after the scorecard builder last looked at them. */
@Injectable()
export class ScorecardsSweep implements SweepSource {
  readonly topic = 'build-scorecards' as const;

  async waiting(client: Parameters<SweepSource['waiting']>[0], now: Date) {
    const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
    const { rows } = await client.query<{ tenant_id: string; vendor_id: string; month: string }>(
      `select distinct result.tenant_id, result.vendor_id, to_char(result.month, 'YYYY-MM') as month
       from result left join scorecard_progress looked on looked.tenant_id = result.tenant_id
         and looked.vendor_id = result.vendor_id and looked.month = result.month
       where result.latest and ${DECIDED} and result.evaluated_at > $1 and result.evaluated_at < $2
         and (looked.evaluated_to is null or looked.evaluated_to < result.evaluated_at)
       limit $3`,
      [
        instant.subtract({ hours: 24 * LOOK_BACK_DAYS }).toString(),
        instant.subtract({ milliseconds: LAIN_MS }).toString(),
        AT_ONCE,
      ],
    );
    return rows.map((row) => ({ tenantId: row.tenant_id, rowId: `${row.vendor_id}/${row.month}` }));
  }
}
