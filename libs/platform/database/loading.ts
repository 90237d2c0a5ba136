import type { Writable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A connection inside `Door.withRole`: it belongs to one transaction and dies with it. */
export type RoleConnection = pg.PoolClient;

/**
 * Writes COPY text (tab-separated, `\N` for null, one line a row) into a temporary table of this connection. Ending the
 * stream ends the COPY; destroying it with an error fails the transaction. Honour its back-pressure.
 */
export function copyInto(connection: RoleConnection, table: string, columns: readonly string[]): Writable {
  const target = `${connection.escapeIdentifier(table)} (${columns.map((name) => connection.escapeIdentifier(name)).join(', ')})`;
  return connection.query(copyFrom(`copy ${target} from stdin`));
}
