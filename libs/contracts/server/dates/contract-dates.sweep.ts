import { Injectable } from '@nestjs/common';
import type { SweepSource } from '@plumbline/platform/jobs';

const AT_ONCE = 500;

/** Contracts whose dates somebody has to look at, by the instant that their row names (semantics rule 12). */
@Injectable()
export class ContractDatesSweep implements SweepSource {
  readonly topic = 'remind-of-contract' as const;

  async waiting(client: Parameters<SweepSource['waiting']>[0], now: Date) {
    const { rows } = await client.query<{ tenant_id: string; contract_id: string }>(
      'select tenant_id, contract_id from contract_agenda where next_at <= $1 order by next_at limit $2',
      [now, AT_ONCE],
    );
    return rows.map((row) => ({ tenantId: row.tenant_id, rowId: row.contract_id }));
  }
}
