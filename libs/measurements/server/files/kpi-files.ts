import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import type { TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { enqueue, LiveEvents } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';
import type { KpiFileState } from '@plumbline/measurements/schema';
import type { KpiFileEntity } from './kpi-file.entity';
import { KpiFilesRepository } from './kpi-files.repository';

/** Moves KPI files from state to state, each move with its job and its line in the log, in the caller's transaction. */
@Injectable()
export class KpiFiles {
  constructor(
    private readonly files: KpiFilesRepository,
    private readonly activityLog: ActivityLog,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * A waiting file is checked again: somebody has said, in this transaction, who is meant by its vendor codes. Codes that
   * are still unknown then make it wait again. `not-found` for another tenant's file, `kpi-file-state` when it does not wait.
   */
  async resumeAfterVendors(tx: TenantTransaction, kpiFileId: string): Promise<void> {
    const file = await this.files.findForChange(tx, kpiFileId);
    if (!file) throw new NotFoundError('KPI file');
    demandState(file, ['waiting_for_vendors']);
    await this.move(tx, file, 'checking', 'kpi-file-vendors-resolved', { codes: file.unknownVendors.length });
  }

  /** Enters the next state, asks for the job that does the work, tells open pages, and logs who did it. */
  async move(
    tx: TenantTransaction,
    file: KpiFileEntity,
    state: KpiFileState,
    action: string,
    detail: object,
  ): Promise<void> {
    const at = this.clock.date();
    file.state = state;
    file.updatedAt = at;
    file.version += 1;
    if (state === 'checking' || state === 'queued') file.rowsRead = 0;
    if (state === 'withdrawn') file.finishedAt = at;
    await this.files.update(tx, file);
    if (state === 'checking') await enqueue(tx, 'check-kpi-file', file.id, at);
    if (state === 'queued') await enqueue(tx, 'ingest-kpi-file', file.id, at);
    await this.activityLog.append(tx, {
      action,
      thing: 'kpi-file',
      thingId: file.id,
      vendorId: file.vendorId,
      detail,
    });
    this.tell(tx, file.id);
  }

  tell(tx: TenantTransaction, fileId: string): void {
    tx.afterCommit(() => this.live.publish(tx.tenantId, `kpi-file:${fileId}`));
  }
}

export function demandState(file: KpiFileEntity, states: readonly KpiFileState[]): void {
  if (states.includes(file.state)) return;
  throw new RuleBrokenError(
    'kpi-file-state',
    `A file that is ${file.state.replaceAll('_', ' ')} cannot do this.`,
  );
}
