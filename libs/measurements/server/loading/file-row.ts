import { newId, type RoleConnection } from '@plumbline/platform/database';
import { effectOf, type FileFindings, type FileToLoad } from './file-findings';
import type { MergeResult } from './merge';

/** The file was taken care of by another process, or withdrawn, while this one was reading. */
export class NoLongerThere extends Error {}

/**
 * One merge a tenant at a time; answers the number of the last. The file must still be where this job found it; its row
 * is written last, so that the job can go on saying that it is alive.
 */
export async function lockFile(
  connection: RoleConnection,
  tenantId: string,
  file: FileToLoad,
): Promise<number> {
  await connection.query(
    'insert into load_counter (tenant_id, last_number) values ($1, 0) on conflict do nothing',
    [tenantId],
  );
  const counter = await connection.query<{ last: number }>(
    'select last_number::integer as last from load_counter where tenant_id = $1 for update',
    [tenantId],
  );
  const row = await connection.query<{ state: string; version: number }>(
    'select state, version from kpi_file where tenant_id = $1 and id = $2',
    [tenantId, file.id],
  );
  const found = row.rows[0];
  if (found?.state !== file.state || found.version !== file.version)
    throw new NoLongerThere(`KPI file ${file.id}`);
  return counter.rows[0]?.last ?? 0;
}

/** Writes down what was merged, and asks for the evaluations that follow. */
export async function recordMerge(
  connection: RoleConnection,
  tenantId: string,
  file: FileToLoad,
  findings: FileFindings,
  { loadNumber, dirty }: MergeResult,
  at: Date,
): Promise<void> {
  const changed = loadNumber !== null;
  if (changed)
    await connection.query('update load_counter set last_number = $2 where tenant_id = $1', [
      tenantId,
      loadNumber,
    ]);
  const { rowCount } = await connection.query(
    `update kpi_file set state = $3, rows_total = $4, rows_read = $4, rows_wrong = $5, rows_new = $6, rows_unchanged = $7,
       rows_restated = $8, effect = $9, load_number = $10, loaded_at = $11, updated_at = $12, finished_at = $13,
       warnings = coalesce($15, warnings), unknown_names = coalesce($16, unknown_names), line_offsets = $18, version = version + 1
     where tenant_id = $1 and id = $2 and state = $14 and version = $17`,
    [
      tenantId,
      file.id,
      changed ? (dirty.length > 0 ? 'evaluating' : 'done') : 'unchanged',
      findings.rowsRead,
      findings.rowsWrong,
      findings.added,
      findings.unchanged,
      findings.restated,
      JSON.stringify(effectOf(findings)),
      loadNumber,
      changed ? at : null,
      at,
      // cases that touch no day yet leave nothing to evaluate
      changed && dirty.length > 0 ? null : at,
      file.state,
      findings.doubts && JSON.stringify(findings.doubts.warnings),
      findings.doubts && JSON.stringify(findings.doubts.unknownNames),
      file.version,
      findings.lineOffsets && JSON.stringify(findings.lineOffsets),
    ],
  );
  if (rowCount !== 1) throw new NoLongerThere(`KPI file ${file.id}`);
  const month = `${at.toISOString().slice(0, 7)}-01`;
  await connection.query(
    `insert into outbox (tenant_id, month, id, topic, row_id, created_at)
     select $1, $2, job.id, 'evaluate', job.row_id, $3 from unnest($4::uuid[], $5::text[]) as job (id, row_id)`,
    [
      tenantId,
      month,
      at,
      dirty.map(() => newId()),
      dirty.map((window) => `${window.vendorId}/${window.month}`),
    ],
  );
}
