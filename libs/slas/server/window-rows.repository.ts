import { Injectable } from '@nestjs/common';
import { dimensions, isInterval, type MeasuredSegment } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { CutDimension } from '@plumbline/slas/schema';
import type { JudgedWindow } from './judged-window';

/** The rows that belong to a window: one grain, inside a segment, carrying at least one of the measures. */
export interface WindowQuestion {
  readonly vendorId: string;
  readonly window: JudgedWindow;
  readonly grain: number;
  readonly segment: MeasuredSegment;
  /** Measure codes with the position of their amounts. */
  readonly measures: readonly MeasurePosition[];
  /** The rows as they stood after this load: what came later is left out, what was replaced later is back. */
  readonly asOfLoad: number;
}

export interface MeasurePosition {
  readonly code: string;
  readonly position: number;
}

/** Rows alike in which measures they leave blank, summed. */
export interface WindowSum {
  /** The value of the dimension that was asked for; null where rows do not say, or nothing was asked. */
  readonly cut: string | null;
  readonly blank: readonly string[];
  readonly rows: number;
  readonly days: number;
  readonly sums: ReadonlyMap<string, string>;
}

/** A line of a KPI file; no name where the reader may not see the file. */
export interface FilePlace {
  readonly fileId: string;
  readonly fileName: string | null;
  readonly line: number;
}

export interface WindowRow extends FilePlace {
  /** By measure, for amounts that came from another line or file than the row itself. */
  readonly elsewhere: Readonly<Record<string, FilePlace>>;
  readonly localDate: string;
  readonly startsAt: Date;
  readonly segmentId: string;
  readonly segment: MeasuredSegment;
  readonly amounts: Readonly<Record<string, string | null>>;
}

export type RowPosition = readonly [localDate: string, startsAt: string, segmentId: string];

/** Zones differ by at most 26 hours: an interval of the window is stated under a date at most two days off. */
const STRAY_DAYS = 2;

/**
 * The rows themselves, where a day's sum is not enough: to say which of them are whole, to place intervals by their
 * instant in a zone other than their file's, to cut, and to show. The one definition of "the rows of a figure".
 */
@Injectable()
export class WindowRowsRepository {
  async sums(tx: TenantTransaction, question: WindowQuestion, by?: CutDimension): Promise<WindowSum[]> {
    const { sql, parameters, amounts } = rowsOf(tx, question);
    const rows = await tx.query<SumRow>(
      `select ${by === undefined ? 'null::text' : `s.${by}`} as cut,
              concat(${amounts.map((amount) => `(${amount} is null)::int`).join(', ')}) as blank,
              count(*)::int as rows, count(distinct fact.local_date)::int as days,
              array[${amounts.map((amount) => `sum(${amount})::text`).join(', ')}] as sums
       ${sql}
       group by 1, 2 order by 1, 2`,
      parameters,
    );
    return rows.map((row) => ({
      cut: row.cut,
      blank: question.measures.filter((_, index) => row.blank[index] === '1').map(({ code }) => code),
      rows: row.rows,
      days: row.days,
      sums: new Map(question.measures.map(({ code }, index) => [code, row.sums[index] ?? '0'])),
    }));
  }

  /** In order of date, time and segment. */
  async list(
    tx: TenantTransaction,
    question: WindowQuestion,
    { after, limit }: { readonly after: RowPosition | null; readonly limit: number },
  ): Promise<WindowRow[]> {
    const { sql, parameters, amounts } = rowsOf(tx, question);
    const next = parameters.length + 1;
    const rows = await tx.query<ListedRow>(
      `select fact.local_date::text, fact.starts_at, fact.segment_id, fact.kpi_file_id, file.name, fact.line::int,
              ${Object.values(dimensions)
                .map((column) => `s.${column}`)
                .join(', ')}, array[${amounts.map((amount) => `${amount}::text`).join(', ')}] as amounts,
              ${arrayOf('lines', amounts)}::int[] as lines, ${arrayOf('files', amounts)}::text[] as files
       ${sql}
         and ($${next}::date is null
              or (fact.local_date, fact.starts_at, fact.segment_id) > ($${next}::date, $${next + 1}::timestamptz, $${next + 2}::uuid))
       order by fact.local_date, fact.starts_at, fact.segment_id limit $${next + 3}`,
      [...parameters, ...(after ?? [null, null, null]), limit],
    );
    const names = await this.fileNames(tx, rows);
    return rows.map((row) => ({
      elsewhere: elsewhereOf(row, question.measures, names),
      localDate: row.local_date,
      startsAt: row.starts_at,
      segmentId: row.segment_id,
      segment: {
        lineOfBusiness: row.line_of_business,
        channel: row.channel,
        queue: row.queue,
        language: row.language,
      },
      fileId: row.kpi_file_id,
      fileName: row.name,
      line: row.line,
      amounts: Object.fromEntries(
        question.measures.map(({ code }, index) => [code, row.amounts[index] ?? null]),
      ),
    }));
  }

  private async fileNames(
    tx: TenantTransaction,
    rows: readonly ListedRow[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(rows.flatMap(({ files }) => files.filter((id) => id !== null)));
    if (ids.size === 0) return new Map();
    const files = await tx.query<{ id: string; name: string }>(
      'select id, name from kpi_file where tenant_id = $1 and id = any ($2)',
      [tx.tenantId, [...ids]],
    );
    return new Map(files.map(({ id, name }) => [id, name]));
  }
}

interface SumRow {
  readonly cut: string | null;
  readonly blank: string;
  readonly rows: number;
  readonly days: number;
  readonly sums: readonly (string | null)[];
}

interface ListedRow {
  readonly local_date: string;
  readonly starts_at: Date;
  readonly segment_id: string;
  readonly kpi_file_id: string;
  readonly name: string | null;
  readonly line: number;
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly amounts: readonly (string | null)[];
  readonly lines: readonly (number | null)[];
  readonly files: readonly (string | null)[];
}

/** The places of the amounts, parallel to them; null where an amount stands on the row's own line. */
function arrayOf(column: 'lines' | 'files', amounts: readonly string[]): string {
  return `array[${amounts.map((amount) => amount.replace('fact.amounts', `fact.${column}`)).join(', ')}]`;
}

function elsewhereOf(
  row: ListedRow,
  measures: readonly MeasurePosition[],
  names: ReadonlyMap<string, string>,
): Record<string, FilePlace> {
  const elsewhere: Record<string, FilePlace> = {};
  for (const [index, { code }] of measures.entries()) {
    const fileId = row.files[index] ?? row.kpi_file_id;
    const line = row.lines[index] ?? row.line;
    if (row.amounts[index] === null || (fileId === row.kpi_file_id && line === row.line)) continue;
    const fileName = fileId === row.kpi_file_id ? row.name : (names.get(fileId) ?? null);
    elsewhere[code] = { fileId, fileName, line };
  }
  return elsewhere;
}

/**
 * `from … where …` over the facts as of a load. Intervals are placed by their instant; a day's or a month's row cannot be
 * split and goes by the date it states (semantics rule 1).
 */
function rowsOf(tx: TenantTransaction, question: WindowQuestion) {
  const { vendorId, window, grain, segment, measures, asOfLoad } = question;
  const interval = isInterval(grain);
  const first = Temporal.PlainDate.from(window.firstDate).subtract({ days: interval ? STRAY_DAYS : 0 });
  const last = Temporal.PlainDate.from(window.lastDate).add({ days: interval ? STRAY_DAYS : 0 });
  const parameters: unknown[] = [
    tx.tenantId,
    vendorId,
    grain,
    first.toString(),
    last.toString(),
    interval ? window.start : '-infinity',
    interval ? window.end : 'infinity',
    asOfLoad,
    segment.lineOfBusiness,
    segment.channel,
    segment.queue,
    segment.language,
    ...measures.map(({ position }) => position),
  ];
  const amounts = measures.map((_, index) => `fact.amounts[$${13 + index}::int]`);
  const columns = 'local_date, starts_at, segment_id, kpi_file_id, line, amounts, lines, files';
  const inWindow = `tenant_id = $1 and vendor_id = $2 and grain = $3 and local_date between $4 and $5
                and starts_at >= $6 and starts_at < $7 and load_number <= $8`;
  const sql = `
    from (select ${columns} from measurement where ${inWindow}
          union all
          select ${columns} from measurement_superseded where ${inWindow} and superseded_by > $8) fact
    join segment s on s.tenant_id = $1 and s.id = fact.segment_id
    left join kpi_file file on file.tenant_id = $1 and file.id = fact.kpi_file_id
    where ($9::text is null or s.line_of_business = $9) and ($10::text is null or s.channel = $10)
      and ($11::text is null or s.queue = $11) and ($12::text is null or s.language = $12)
      and (${amounts.map((amount) => `${amount} is not null`).join(' or ')})`;
  return { sql, parameters, amounts };
}
