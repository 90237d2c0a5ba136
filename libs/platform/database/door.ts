import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../tenancy';
import { log } from '../jobs/log';
import { beforeCommit } from './before-commit';
import { DATABASE_OPTIONS, type DatabaseOptions } from './options';
import type { RuntimeRole } from './roles';
import { TenantTransaction } from './transaction';

/** Whole transactions that PostgreSQL asks to be run again: serialization failure, deadlock. */
const RETRY = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/**
 * The one door to data (architecture invariant 2). `withTenant` is how everything reads and writes; the narrow
 * roles serve sign-in, the outbox relay, the sweep and the loader, each with its own login and pool.
 */
@Injectable()
export class Door implements OnApplicationShutdown {
  private readonly pools = new Map<RuntimeRole, pg.Pool>();

  constructor(
    private readonly dataSource: DataSource,
    @Optional() @Inject(DATABASE_OPTIONS) private readonly options: DatabaseOptions,
  ) {}

  /**
   * Runs `work` in one transaction as `actor`: tenant and vendor scope are set for this transaction only, by a
   * statement of their own (a distributed database forwards nothing else). A serialization failure runs the
   * whole of `work` again, so `work` must not do anything that a rollback does not undo.
   */
  async withTenant<T>(actor: Actor, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    if (!actor?.tenantId)
      throw new Error('withTenant needs an actor: nothing is read or written without one');
    for (let attempt = 1; ; attempt += 1) {
      try {
        let transaction: TenantTransaction | undefined;
        const result = await this.dataSource.transaction(async (manager: EntityManager) => {
          transaction = new TenantTransaction(actor, manager);
          await transaction.prepared('select enter_tenant($1, $2, $3)', enterParameters(actor));
          const answer = await work(transaction);
          await beforeCommit.getStore()?.(transaction);
          return answer;
        });
        await transaction?.committed();
        return result;
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRY.has(sqlState(error))) throw error;
        log.warn({ attempt, state: sqlState(error) }, 'transaction runs again');
      }
    }
  }

  /** A transaction of a narrow role. `actor` when the work is inside a tenant (loader, memberships of sign-in). */
  async withRole<T>(
    role: Exclude<RuntimeRole, 'app'>,
    work: (client: pg.PoolClient) => Promise<T>,
    actor?: Actor,
  ): Promise<T> {
    const client = await this.pool(role).connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      if (actor) await client.query('select enter_tenant($1, $2, $3)', enterParameters(actor));
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((rollback: Error) => (broken = rollback));
      throw error;
    } finally {
      // a connection that could not even roll back is thrown away, not returned
      client.release(broken);
    }
  }

  /** Whether PostgreSQL answers, for /health/ready. */
  async answers(): Promise<boolean> {
    try {
      await this.dataSource.query('select 1');
      return true;
    } catch {
      return false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private pool(role: Exclude<RuntimeRole, 'app'>): pg.Pool {
    let pool = this.pools.get(role);
    if (!pool) {
      const connectionString = this.options.urls[role];
      if (!connectionString) throw new Error(`this process was not given the database role "${role}"`);
      pool = new pg.Pool({
        connectionString,
        max: role === 'loader' ? 4 : 8,
        connectionTimeoutMillis: 5_000,
      });
      pool.on('error', (error) => log.warn({ role, error: error.message }, 'idle connection lost'));
      this.pools.set(role, pool);
    }
    return pool;
  }
}

function enterParameters(actor: Actor): [string, string, string | null] {
  const scope = actor.vendorScope === '*' ? '*' : `{${actor.vendorScope.join(',')}}`;
  return [actor.tenantId, scope, actor.kind === 'person' ? actor.id : null];
}

function sqlState(error: unknown): string {
  const code =
    (error as { code?: unknown } | null)?.code ??
    (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' ? code : '';
}
