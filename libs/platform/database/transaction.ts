import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../tenancy';

/**
 * One transaction inside one tenant. Row level security is in force for its whole life; every statement
 * nevertheless names `tenant_id`, so that a distributed database asks one node (docs/operations.md).
 */
export class TenantTransaction {
  private readonly onCommit: (() => void | Promise<void>)[] = [];

  constructor(
    readonly actor: Actor,
    readonly manager: EntityManager,
  ) {}

  get tenantId(): string {
    return this.actor.tenantId;
  }

  /** Parameters only: values never go into the text of a statement. */
  query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, [...parameters]);
  }

  /**
   * The same, for a statement of fixed text that runs once for each of very many rows: every connection parses it once and
   * may keep its plan. Not for texts that grow with their values, and not where the best plan depends on them.
   */
  async prepared<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Row[]> {
    const client = (await this.manager.queryRunner?.connect()) as pg.PoolClient;
    const { rows } = await client.query({ name: nameOf(sql), text: sql, values: [...parameters] });
    return rows as Row[];
  }

  /** A hint to be given once the transaction is durable (wake the relay, tell open pages). Losing it loses nothing. */
  afterCommit(hint: () => void | Promise<void>): void {
    this.onCommit.push(hint);
  }

  async committed(): Promise<void> {
    for (const hint of this.onCommit) await hint();
  }
}

/** Names by text: as many as there are statements in the source. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) names.set(sql, (name = createHash('sha256').update(sql).digest('base64url')));
  return name;
}
