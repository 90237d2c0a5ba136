import { Injectable } from '@nestjs/common';
import type { SweepSource } from '@plumbline/platform/jobs';
import { DUE } from './running-clocks';

/** Tenants some of whose clocks are due: one job for each of them, however many clocks that are (semantics rule 12). */
@Injectable()
export class ClocksSweep implements SweepSource {
  readonly topic = 'advance-clocks' as const;

  async waiting(client: Parameters<SweepSource['waiting']>[0], now: Date) {
    // one look into the index of due clocks per tenant: what runs and is not due costs nothing
    const { rows } = await client.query<{ id: string }>(
      `select tenant.id from tenant
       where exists (select 1 from clock where clock.tenant_id = tenant.id and clock.next_at <= $1)`,
      [now],
    );
    return rows.map(({ id }) => ({ tenantId: id, rowId: DUE }));
  }
}
