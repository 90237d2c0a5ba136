import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { LiveEvents } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';

/** What a file touched and nobody has evaluated yet: (vendor, month, segment). */
@Injectable()
export class DirtyWindows {
  constructor(
    private readonly clock: Clock,
    private readonly live: LiveEvents,
  ) {}

  /**
   * Takes the dirty segments of a vendor's month, for the evaluation that happens in this transaction: call it before
   * reading any totals. A merge that comes later marks the month anew. Files whose last window this was are done as soon
   * as the transaction commits. Empty: nothing to evaluate (somebody else did).
   */
  async take(tx: TenantTransaction, vendorId: string, month: string): Promise<readonly string[]> {
    const [taken] = (await tx.query(
      `delete from dirty_window where tenant_id = $1 and vendor_id = $2 and month = $3 returning segment_id, kpi_file_id`,
      [tx.tenantId, vendorId, `${month}-01`],
    )) as unknown as [readonly { segment_id: string; kpi_file_id: string | null }[], number];
    const fileIds = [...new Set(taken.map((row) => row.kpi_file_id).filter((id) => id !== null))];
    if (fileIds.length > 0) await this.finish(tx, fileIds);
    return taken.map((row) => row.segment_id);
  }

  /**
   * Two evaluations may take the last two windows of a file at the same time, and neither sees the other's delete. So
   * the file rows are locked first: the second waits, and its next statement sees what the first committed.
   */
  private async finish(tx: TenantTransaction, fileIds: readonly string[]): Promise<void> {
    await tx.query(
      `select id from kpi_file where tenant_id = $1 and id = any ($2) and state = 'evaluating' order by id for update`,
      [tx.tenantId, fileIds],
    );
    const [finished] = (await tx.query(
      `update kpi_file set state = 'done', finished_at = $3, updated_at = $3, version = version + 1
       where tenant_id = $1 and id = any ($2) and state = 'evaluating'
         and not exists (select from dirty_window d where d.tenant_id = $1 and d.kpi_file_id = kpi_file.id)
       returning id`,
      [tx.tenantId, fileIds, this.clock.date()],
    )) as unknown as [readonly { id: string }[], number];
    for (const { id } of finished) tx.afterCommit(() => this.live.publish(tx.tenantId, `kpi-file:${id}`));
  }
}
