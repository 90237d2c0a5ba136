import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';

/** One row a tenant: whoever compares its contracts holds it, so that two never decide at once. */
@Injectable()
export class ParityRuns {
  /** Makes the row where there is none, and holds it until the transaction ends. */
  async hold(tx: TenantTransaction, at: Date): Promise<void> {
    await tx.query(
      'insert into parity_run (tenant_id, look_again_at) values ($1, $2) on conflict do nothing',
      [tx.tenantId, at],
    );
    await tx.query('select look_again_at from parity_run where tenant_id = $1 for update', [tx.tenantId]);
  }

  async marks(tx: TenantTransaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('select id from parity_mark where tenant_id = $1', [
      tx.tenantId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** What was asked for up to the comparison is done; what was asked for since stays asked. */
  async done(
    tx: TenantTransaction,
    { marks, on, lookAgainAt }: { marks: readonly string[]; on: string; lookAgainAt: Date },
  ): Promise<void> {
    await tx.query('delete from parity_mark where tenant_id = $1 and id = any ($2)', [tx.tenantId, marks]);
    await tx.query('update parity_run set compared_on = $2, look_again_at = $3 where tenant_id = $1', [
      tx.tenantId,
      on,
      lookAgainAt,
    ]);
  }
}
