import { Injectable } from '@nestjs/common';
import { Door } from '@plumbline/platform/database';
import type { JobProcessor, SweepSource } from '@plumbline/platform/jobs';
import { type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { ParityKeeper } from './parity-keeper';

/** Compares a tenant's contracts with what it expects, in one transaction; twice is as good as once. */
@Injectable()
export class CompareParityProcessor implements JobProcessor {
  readonly topic = 'compare-parity' as const;
  readonly concurrency = 2;

  constructor(
    private readonly door: Door,
    private readonly keeper: ParityKeeper,
  ) {}

  async process(tenant: Tenant): Promise<void> {
    await this.door.withTenant(workerActor(tenant, this.topic), (tx) => this.keeper.decide(tx));
  }
}

/** A job may be on its way: only what has lain for a while is asked for again. */
const LAIN_MS = 15_000;
const AT_ONCE = 500;

/**
 * Tenants whose changes nobody has looked at, whose day has ended (terms take effect with a day, and definitions with a month),
 * and those with contracts that were never compared.
 */
@Injectable()
export class ParitySweep implements SweepSource {
  readonly topic = 'compare-parity' as const;

  async waiting(
    client: Parameters<SweepSource['waiting']>[0],
    now: Date,
  ): Promise<readonly { readonly tenantId: string; readonly rowId: string }[]> {
    const { rows } = await client.query<{ tenant_id: string }>(
      `(select distinct tenant_id from parity_mark where marked_at < $1 limit $3)
       union (select tenant_id from parity_run where look_again_at <= $2 limit $3)
       union (select distinct tenant_id from contract_version v where state = 'active'
                and not exists (select from parity_run r where r.tenant_id = v.tenant_id) limit $3)`,
      [new Date(now.getTime() - LAIN_MS), now, AT_ONCE],
    );
    return rows.map(({ tenant_id: tenantId }) => ({ tenantId, rowId: tenantId }));
  }
}
