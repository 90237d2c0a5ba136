import { newId } from '../database/ids';
import { ensureMonthPartition } from '../database/month-partitions';
import type { TenantTransaction } from '../database/transaction';
import type { Topic } from './topics';

/** Called after commit to wake the relay at once; without it the relay looks by itself. */
let wakeRelay: () => void | Promise<void> = () => undefined;

export function onEnqueued(wake: () => void | Promise<void>): void {
  wakeRelay = wake;
}

/**
 * Asks for a job, in the transaction that makes it necessary: both are durable or neither is. The relay hands the row
 * to BullMQ; a processor may be called more than once for it and must not mind.
 */
export async function enqueue(tx: TenantTransaction, topic: Topic, rowId: string, at: Date): Promise<void> {
  const month = `${at.toISOString().slice(0, 7)}-01`;
  await ensureMonthPartition(tx, 'outbox', month);
  await tx.prepared(
    'insert into outbox (tenant_id, month, id, topic, row_id, created_at) values ($1, $2, $3, $4, $5, $6)',
    [tx.tenantId, month, newId(), topic, rowId, at.toISOString()],
  );
  tx.afterCommit(() => wakeRelay());
}

/** For writers of outbox rows that hold no `TenantTransaction` (the loader): call it after the commit. */
export async function hintEnqueued(): Promise<void> {
  await wakeRelay();
}
