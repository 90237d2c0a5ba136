import { Injectable } from '@nestjs/common';
import type { SweepSource } from '@plumbline/platform/jobs';

/** A job may be on its way: only what has lain for a while is asked about again. */
const LAIN_MS = 15_000;
const AT_ONCE = 500;

/** Letters that nobody has written yet. */
@Injectable()
export class CreditLettersSweep implements SweepSource {
  readonly topic = 'write-credit-letter' as const;

  async waiting(client: Parameters<SweepSource['waiting']>[0], now: Date) {
    const { rows } = await client.query<{ tenant_id: string; id: string }>(
      'select tenant_id, id from credit_letter where written_at is null and caused_at < $1 order by caused_at limit $2',
      [new Date(now.getTime() - LAIN_MS), AT_ONCE],
    );
    return rows.map((row) => ({ tenantId: row.tenant_id, rowId: row.id }));
  }
}
