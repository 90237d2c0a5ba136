import { AsyncLocalStorage } from 'node:async_hooks';
import type { TenantTransaction } from './transaction';

/**
 * Something that each transaction of a request does last, before it commits: how a call with an Idempotency-Key marks,
 * in the same transaction as its effects, that they have happened. Failing undoes the transaction.
 */
export const beforeCommit = new AsyncLocalStorage<(tx: TenantTransaction) => Promise<void>>();
