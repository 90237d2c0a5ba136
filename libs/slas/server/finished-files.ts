import { Injectable } from '@nestjs/common';
import { Door } from '@plumbline/platform/database';
import { LiveEvents } from '@plumbline/platform/jobs';
import { Clock, type Tenant, workerActor } from '@plumbline/platform/tenancy';

/**
 * A KPI file is done when none of its windows is dirty any more. This is looked at after an evaluation has committed:
 * of several that end at the same time, the last one to commit sees what all of them took, and no one waits for another.
 * A process that dies in between is made good by the sweep.
 */
@Injectable()
export class FinishedFiles {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly live: LiveEvents,
  ) {}

  async finish(tenant: Tenant, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    await this.door.withTenant(workerActor(tenant, 'evaluate'), (tx) =>
      tx.query(
        `update kpi_file set state = 'done', finished_at = $3, updated_at = $3, version = version + 1
         where tenant_id = $1 and id = any ($2) and state = 'evaluating'
           and not exists (select from dirty_window d where d.tenant_id = $1 and d.kpi_file_id = kpi_file.id)`,
        [tx.tenantId, [...fileIds], this.clock.date()],
      ),
    );
    for (const id of fileIds) await this.live.publish(tenant.id, `kpi-file:${id}`);
  }
}
