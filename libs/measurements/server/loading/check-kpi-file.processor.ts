import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { KpiFileJobs } from './kpi-file-jobs';

/**
 * Reads a mapped file whole and says what is wrong with which rows, and what confirming it would do. A file that may
 * confirm itself and has nothing against it is merged in the same go.
 */
@Injectable()
export class CheckKpiFileProcessor implements JobProcessor {
  readonly topic = 'check-kpi-file' as const;
  readonly concurrency = 2;

  constructor(private readonly jobs: KpiFileJobs) {}

  async process(tenant: Tenant, rowId: string): Promise<void> {
    const actor = workerActor(tenant, this.topic);
    const begun = await this.jobs.begin(actor, rowId, 'checking');
    if (begun) await this.jobs.run(actor, begun.file, begun.autoConfirm ? 'check-and-merge' : 'check');
  }

  gaveUp(tenant: Tenant, rowId: string): Promise<void> {
    return this.jobs.giveUp(workerActor(tenant, this.topic), rowId);
  }
}
