import { Injectable } from '@nestjs/common';
import type { MeasuredSegment, SegmentFilter } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { readCursor, toPage } from '@plumbline/platform/http';
import { type SegmentColumns, segmentColumns, segmentCondition, toSegment } from './segment-filter';

export interface RowsQuestion {
  readonly vendorId: string;
  /** YYYY-MM, both included. */
  readonly months: { readonly from: string; readonly to: string };
  readonly grain: number;
  readonly segment?: SegmentFilter;
  /** Measure codes whose amounts are wanted. */
  readonly measures: readonly string[];
  /** The rows as they stood after this load: later rows are left out, replaced values come back. Absent: as they stand. */
  readonly asOfLoad?: number;
}

/** Where one amount stands: file and physical line. */
export interface AmountSource {
  readonly fileId: string;
  /** Null when the reader may not see the file (it was reported by another vendor). */
  readonly fileName: string | null;
  readonly line: number;
}

/** One interval of one segment as it was reported. */
export interface MeasurementRow extends AmountSource {
  readonly startsAt: string;
  readonly localDate: string;
  readonly grain: number;
  readonly segmentId: string;
  readonly segment: MeasuredSegment;
  readonly loadNumber: number;
  /** The load that replaced these amounts; null: they stand. */
  readonly supersededBy: number | null;
  /** By measure code, exact decimal text; null: left blank. Holds each of the measures asked for. */
  readonly amounts: Readonly<Record<string, string | null>>;
  /** For amounts that came from elsewhere than the row's own file and line (long files, later partial files). */
  readonly sources: Readonly<Record<string, AmountSource>>;
}

/** The rows behind a figure, down to file and line (K11). */
@Injectable()
export class MeasurementRows {
  /** In order of time, then segment; `cursor` as given out by the page before. */
  async rowsOf(
    tx: TenantTransaction,
    question: RowsQuestion,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ items: MeasurementRow[]; nextCursor: string | null }> {
    const { vendorId, months, grain, segment = {}, measures, asOfLoad } = question;
    const after = readCursor(page.cursor, 3);
    const inSegment = segmentCondition(segment, 's', 11);
    const inRange = `m.tenant_id = $1 and m.vendor_id = $2 and m.grain = $3
      and m.local_date >= $4::date and m.local_date < $5::date + interval '1 month'
      and ($7::date is null or (m.local_date, m.starts_at, m.segment_id) > ($7::date, $8::timestamptz, $9::uuid))`;
    const columns = `m.local_date, m.starts_at, m.segment_id, m.kpi_file_id, m.line, m.load_number, m.amounts, m.lines, m.files`;
    const rows = await tx.query<SegmentColumns & FactRow>(
      `with fact as (
         (select ${columns}, null::bigint as superseded_by from measurement m join segment s on s.tenant_id = $1 and s.id = m.segment_id
          where ${inRange} and ($6::bigint is null or m.load_number <= $6)${inSegment.sql}
          order by m.local_date, m.starts_at, m.segment_id limit $10)
         union all
         (select ${columns}, m.superseded_by from measurement_superseded m join segment s on s.tenant_id = $1 and s.id = m.segment_id
          where $6::bigint is not null and ${inRange} and m.load_number <= $6 and m.superseded_by > $6${inSegment.sql}
          order by m.local_date, m.starts_at, m.segment_id limit $10)
       )
       select fact.local_date::text, fact.starts_at, fact.segment_id, fact.kpi_file_id, file.name, fact.line::int,
              fact.load_number::int, fact.superseded_by::int, fact.amounts::text[], fact.lines::int[], fact.files,
              ${segmentColumns('s')}
       from fact join segment s on s.tenant_id = $1 and s.id = fact.segment_id
       left join kpi_file file on file.tenant_id = $1 and file.id = fact.kpi_file_id
       order by fact.local_date, fact.starts_at, fact.segment_id limit $10`,
      [
        tx.tenantId,
        vendorId,
        grain,
        `${months.from}-01`,
        `${months.to}-01`,
        asOfLoad ?? null,
        ...(after ?? [null, null, null]),
        page.limit + 1,
        ...inSegment.parameters,
      ],
    );
    const positions = await this.positions(tx, measures);
    const names = await this.fileNames(tx, rows);
    return toPage(
      rows,
      page.limit,
      (row) => toRow(row, grain, positions, names),
      (row) => [row.local_date, row.starts_at.toISOString(), row.segment_id],
    );
  }

  private async positions(
    tx: TenantTransaction,
    measures: readonly string[],
  ): Promise<readonly (readonly [string, number])[]> {
    const rows = await tx.query<{ code: string; position: number }>(
      'select code, position from measure where tenant_id = $1 and code = any ($2)',
      [tx.tenantId, [...measures]],
    );
    return rows.map(({ code, position }) => [code, position] as const);
  }

  private async fileNames(
    tx: TenantTransaction,
    rows: readonly FactRow[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(rows.flatMap((row) => row.files ?? []).filter((id) => id !== null));
    if (ids.size === 0) return new Map();
    const files = await tx.query<{ id: string; name: string }>(
      'select id, name from kpi_file where tenant_id = $1 and id = any ($2)',
      [tx.tenantId, [...ids]],
    );
    return new Map(files.map(({ id, name }) => [id, name]));
  }
}

function toRow(
  row: SegmentColumns & FactRow,
  grain: number,
  positions: readonly (readonly [string, number])[],
  names: ReadonlyMap<string, string>,
): MeasurementRow {
  const amounts: Record<string, string | null> = {};
  const sources: Record<string, AmountSource> = {};
  for (const [code, position] of positions) {
    amounts[code] = row.amounts[position - 1] ?? null;
    const fileId = row.files?.[position - 1] ?? row.kpi_file_id;
    const line = row.lines?.[position - 1] ?? row.line;
    if (amounts[code] === null || (fileId === row.kpi_file_id && line === row.line)) continue;
    sources[code] = {
      fileId,
      fileName: fileId === row.kpi_file_id ? row.name : (names.get(fileId) ?? null),
      line,
    };
  }
  return {
    startsAt: row.starts_at.toISOString(),
    localDate: row.local_date,
    grain,
    segmentId: row.segment_id,
    segment: toSegment(row),
    fileId: row.kpi_file_id,
    fileName: row.name,
    line: row.line,
    loadNumber: row.load_number,
    supersededBy: row.superseded_by,
    amounts,
    sources,
  };
}

interface FactRow {
  readonly local_date: string;
  readonly starts_at: Date;
  readonly segment_id: string;
  readonly kpi_file_id: string;
  readonly name: string | null;
  readonly line: number;
  readonly load_number: number;
  readonly superseded_by: number | null;
  readonly amounts: readonly (string | null)[];
  readonly lines: readonly (number | null)[] | null;
  readonly files: readonly (string | null)[] | null;
}
