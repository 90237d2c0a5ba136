import type { TenantTransaction } from './transaction';

/** Months whose partition was there when a transaction of this process committed. */
const known = new Set<string>();

/**
 * Makes sure that a month's partition of a table that is written as time goes by exists. Asked of the database once a month
 * and process: the months that are written now are not those that retention drops.
 */
export async function ensureMonthPartition(
  tx: TenantTransaction,
  table: 'activity_log' | 'activity_log_personal' | 'outbox',
  firstDate: string,
): Promise<void> {
  const partition = `${table} ${firstDate}`;
  if (known.has(partition)) return;
  await tx.query('select ensure_month_partition($1, $2)', [table, firstDate]);
  tx.afterCommit(() => void known.add(partition));
}
