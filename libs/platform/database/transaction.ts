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

  /** A hint to be given once the transaction is durable (wake the relay, tell open pages). Losing it loses nothing. */
  afterCommit(hint: () => void | Promise<void>): void {
    this.onCommit.push(hint);
  }

  async committed(): Promise<void> {
    for (const hint of this.onCommit) await hint();
  }
}
