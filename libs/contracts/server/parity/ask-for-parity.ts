import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { enqueue } from '@plumbline/platform/jobs';

/**
 * Either side has changed: contracts are compared anew. Called in the transaction of the change, so that the wish is durable
 * if the change is; the mark stays until it was seen, whatever Redis forgets.
 */
export async function askForParity(tx: TenantTransaction, at: Date): Promise<void> {
  await tx.query('insert into parity_mark (tenant_id, id, marked_at) values ($1, $2, $3)', [
    tx.tenantId,
    newId(),
    at,
  ]);
  await enqueue(tx, 'compare-parity', tx.tenantId, at);
}
