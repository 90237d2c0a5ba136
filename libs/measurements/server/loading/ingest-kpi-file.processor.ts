import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { KpiFileJobs } from './kpi-file-jobs';

/**
 * Merges a confirmed file. Where another file came in between and confirming would now do something else than what was
 * confirmed (earlier figures would be replaced without a reason), the file is asked about again instead.
 */
@Injectable()
export class IngestKpiFileProcessor implements JobProcessor {
  readonly topic = 'ingest-kpi-file' as const;
  readonly concurrency = 2;

  constructor(private readonly jobs: KpiFileJobs) {}

  async process(tenant: Tenant, rowId: string): Promise<void> {
    const actor = workerActor(tenant, this.topic);
    const begun = await this.jobs.begin(actor, rowId, 'queued');
    if (begun) await this.jobs.run(actor, begun.file, 'merge');
  }

  gaveUp(tenant: Tenant, rowId: string): Promise<void> {
    return this.jobs.giveUp(workerActor(tenant, this.topic), rowId);
  }
}
