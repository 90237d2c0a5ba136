import type pg from 'pg';
import type { Tenant } from '../tenancy';
import type { Topic } from './topics';

export const JOB_PROCESSORS = Symbol('JOB_PROCESSORS');
export const SWEEP_SOURCES = Symbol('SWEEP_SOURCES');

/**
 * Does one kind of job. Reloads the row, rechecks that there is still something to do, and does it in such a way that a
 * second call, at the same time or later, or a death at any line, changes nothing.
 */
export interface JobProcessor {
  readonly topic: Topic;
  readonly concurrency: number;
  process(tenant: Tenant, rowId: string): Promise<void>;
  /** After the last attempt failed: say so where a person will see it. Others' jobs go on. */
  gaveUp?(tenant: Tenant, rowId: string, error: Error): Promise<void>;
}

/** What is waiting, according to PostgreSQL, that no job may be carrying (Redis lost it, a process died). */
export interface SweepSource {
  readonly topic: Topic;
  /** Runs as the sweep role, which sees ids and states across tenants and nothing else. `before`: untouched since. */
  waiting(
    client: pg.PoolClient,
    now: Date,
  ): Promise<readonly { readonly tenantId: string; readonly rowId: string }[]>;
}
