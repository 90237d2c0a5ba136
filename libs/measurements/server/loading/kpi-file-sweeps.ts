import { Injectable } from '@nestjs/common';
import type { SweepSource } from '@plumbline/platform/jobs';

type Connection = Parameters<SweepSource['waiting']>[0];

/** A job at work says so every five seconds: what has been silent this long has nobody working on it. */
const SILENT_MS = 30_000;
const AT_ONCE = 500;

async function silent(client: Connection, now: Date, states: readonly string[]) {
  const { rows } = await client.query<{ tenant_id: string; id: string }>(
    `select tenant_id, id from kpi_file
     where state in ('checking', 'queued', 'ingesting', 'evaluating') and state = any ($1) and updated_at < $2
     order by updated_at limit $3`,
    [states, new Date(now.getTime() - SILENT_MS), AT_ONCE],
  );
  return rows.map((row) => ({ tenantId: row.tenant_id, rowId: row.id }));
}

/** Files whose check was asked for and nobody does. */
@Injectable()
export class UncheckedFiles implements SweepSource {
  readonly topic = 'check-kpi-file' as const;

  waiting(client: Connection, now: Date) {
    return silent(client, now, ['checking']);
  }
}

/** Files that were confirmed and nobody loads. */
@Injectable()
export class UnloadedFiles implements SweepSource {
  readonly topic = 'ingest-kpi-file' as const;

  waiting(client: Connection, now: Date) {
    return silent(client, now, ['queued', 'ingesting']);
  }
}
