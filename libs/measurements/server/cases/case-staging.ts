import type { Readable } from 'node:stream';
import type { RoleConnection } from '@plumbline/platform/database';
import type { FileOfRows } from '../reading/file-rows';
import { copyRows } from '../loading/copy-rows';
import { lineOffsets, type LineOffsets } from '../loading/line-offsets';
import { renumber, sameSegments } from '../loading/renumber';
import type { StagedFile, StagedReading } from '../loading/staged-file';
import { LISTED_PROBLEMS } from '../reading/row-problems';
import { CaseReader, type CaseReaderOptions, type ReadCase } from './case-reader';
import { contradictions } from './contradictions';

const BLANK = '\\N';

/** What a row says of its case, in the order of COPY; `line` to `last_line` are lines that say exactly the same. */
const VALUES = [
  'opened timestamptz not null',
  'opened_on date not null',
  'closed timestamptz',
  'closed_on date',
  'due_on date not null',
  'overdue_from timestamptz not null',
  'in_time boolean',
  'acknowledged timestamptz',
  'ack_due_on date',
  'ack_overdue_from timestamptz',
  'ack_in_time boolean',
] as const;
const VALUE_COLUMNS = VALUES.map((column) => column.split(' ')[0] ?? '');

export interface CaseStagingOptions extends CaseReaderOptions {
  readonly file: FileOfRows;
  readonly onProgress: (rowsRead: number) => Promise<void>;
}

/**
 * Reads a file of cases into temporary tables of this connection: `case_row` as the lines come, `staged_case` with one row
 * a case. Cases are put together by the database, so that memory stays flat whatever their number.
 */
export class CaseStaging implements StagedReading {
  private readonly reader: CaseReader;
  /** The row before, and the lines that said the same. */
  private pending: { text: string; first: number; last: number } | null = null;

  constructor(
    private readonly connection: RoleConnection,
    private readonly options: CaseStagingOptions,
  ) {
    this.reader = new CaseReader(options);
  }

  async load(source: Readable): Promise<StagedFile> {
    await this.connection.query(`set local work_mem = '64MB'`);
    await this.connection.query(
      `create temp table case_row (vendor integer not null, segment integer not null, number text not null,
         ${VALUES.join(', ')}, line bigint not null, last_line bigint not null) on commit drop`,
    );
    const { reader } = this;
    await copyRows(this.connection, source, {
      ...{ reader, table: 'case_row', encoding: 'utf8' },
      ...{ file: this.options.file, onProgress: this.options.onProgress },
      columns: ['vendor', 'segment', 'number', ...VALUE_COLUMNS, 'line', 'last_line'],
      textOf: (row, line) => this.take(reader.read(row, line)),
      rest: () => this.end(),
    });
    const segments = reader.segments.texts.map((key) => reader.segmentOf(key));
    await renumber(this.connection, 'case_row', 'segment', sameSegments(segments));
    return this.staged(segments);
  }

  /** Two codes of the file mean the same vendor. Only now is it known which rows are about one case. */
  async unifyVendors(staged: StagedFile, canonical: ReadonlyMap<number, number>): Promise<StagedFile> {
    await renumber(this.connection, 'case_row', 'vendor', canonical);
    await this.putTogether();
    return { ...(await this.staged(staged.segments)), days: await this.days() };
  }

  async dropVendors(staged: StagedFile, ordinals: readonly number[]): Promise<StagedFile> {
    if (ordinals.length === 0) return staged;
    const dropped = `from case_row r where r.vendor = any ($1)
       and exists (select from staged_case s where s.number = r.number and s.vendor = r.vendor)`;
    const { rows } = await this.connection.query<{ line: number; vendor: number }>(
      `select each.line::integer, r.vendor from (select r.* ${dropped} order by r.line limit $2) r
       cross join lateral generate_series(r.line, r.last_line) each (line) order by 1 limit $2`,
      [ordinals, LISTED_PROBLEMS],
    );
    const { rows: counted } = await this.connection.query<{ total: number }>(
      `select coalesce(sum(r.last_line - r.line + 1), 0)::integer as total ${dropped}`,
      [ordinals],
    );
    await this.connection.query('delete from staged_case where vendor = any ($1)', [ordinals]);
    this.reader.problems.addFound(
      rows.map(({ line, vendor }) => this.reader.notYourVendor(line, vendor)),
      counted[0]?.total ?? 0,
    );
    return { ...(await this.staged(staged.segments)), days: await this.days() };
  }

  async lineOffsets(): Promise<LineOffsets> {
    const { rows } = await this.connection.query<{ most: string | null }>(
      'select max(upper(lines) - 1 - line)::text as most from staged_case',
    );
    return lineOffsets([['0', rows[0]?.most ?? null]]);
  }

  private async staged(segments: StagedFile['segments']): Promise<StagedFile> {
    const { reader } = this;
    return {
      rowsRead: reader.rowsRead,
      rowsSkipped: reader.rowsSkipped,
      rowsWrong: reader.problems.wrongRows,
      problems: reader.problems.listed,
      rowsRepeated: 0,
      vendors: reader.namedVendors(),
      segments,
      ranks: [0],
      days: [],
    };
  }

  /** One row a case in `staged_case`; cases whose rows contradict each other are taken out and become problems. */
  private async putTogether(): Promise<void> {
    const each = this.options.mapping.cases?.severalVendors === 'each';
    const same = (column: string) => `min(${column}) is distinct from max(${column})`;
    const partly = (column: string) => `(count(${column}) not in (0, count(*)) or ${same(column)})`;
    await this.connection.query('analyze case_row');
    await this.connection.query(
      `create temp table staged_case on commit drop as
       select number, min(vendor) as vendor, min(segment) as segment, min(line) as line,
              range_agg(int8range(line, last_line, '[]')) as lines,
              ${VALUE_COLUMNS.map((name) => (/in_time$/.test(name) ? `bool_and(${name}) as ${name}` : `min(${name}) as ${name}`)).join(', ')},
              ${same('vendor')} or ${same('segment')} or ${same('opened')} or ${partly('closed')} or ${partly('acknowledged')}
                as contradicted
       from case_row group by number${each ? ', vendor' : ''}`,
    );
    const found = await contradictions(this.connection, each, this.options.mapping);
    this.reader.problems.addFound(found.problems, found.rows);
    if (found.rows > 0) await this.connection.query('delete from staged_case where contradicted');
    await this.connection.query('analyze staged_case');
  }

  /** The days on which the cases of the file were opened. */
  private async days(): Promise<string[]> {
    const { rows } = await this.connection.query<{ day: string }>(
      'select distinct opened_on::text as day from staged_case order by day',
    );
    return rows.map(({ day }) => day);
  }

  /** The row before, unless this one only says it again on the next line. */
  private take(read: ReadCase | null): string {
    if (read === null) return '';
    const said = copyText(read);
    if (this.pending?.text === said && this.pending.last === read.line - 1) {
      this.pending.last = read.line;
      return '';
    }
    const before = this.end();
    this.pending = { text: said, first: read.line, last: read.line };
    return before;
  }

  private end(): string {
    const { pending } = this;
    this.pending = null;
    return pending === null ? '' : `${pending.text}\t${pending.first}\t${pending.last}\n`;
  }
}

function copyText(read: ReadCase): string {
  const { vendor, segment, number, opened, closed, due, acknowledged, acknowledgementDue: ack } = read;
  return [
    vendor,
    segment,
    number.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r'),
    opened.instant.toString(),
    opened.date,
    closed?.instant.toString() ?? BLANK,
    closed?.date ?? BLANK,
    due.dueOn,
    due.overdueFrom.toString(),
    closed === null ? BLANK : due.inTime(closed),
    acknowledged?.instant.toString() ?? BLANK,
    ack?.dueOn ?? BLANK,
    ack?.overdueFrom.toString() ?? BLANK,
    acknowledged === null || ack === null ? BLANK : ack.inTime(acknowledged),
  ].join('\t');
}
