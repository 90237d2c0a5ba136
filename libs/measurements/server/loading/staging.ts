import type { Readable } from 'node:stream';
import type { RowProblemCode, RowProblemParameters } from '@plumbline/measurements/schema';
import type { RoleConnection } from '@plumbline/platform/database';
import type { CellPlan } from '../reading/cell-plan';
import type { FileOfRows } from '../reading/file-rows';
import { LISTED_PROBLEMS, rowProblem } from '../reading/row-problems';
import { RowReader, type RowReaderOptions } from '../reading/row-reader';
import { copyRows } from './copy-rows';
import { lineOffsets, type LineOffsets } from './line-offsets';
import { renumber, sameSegments } from './renumber';
import type { StagedFile, StagedReading } from './staged-file';

const KEY = 'vendor, segment, rank, starts_at';

export interface StagingOptions extends RowReaderOptions {
  readonly file: FileOfRows;
  /** Called now and then with the rows read so far. */
  readonly onProgress: (rowsRead: number) => Promise<void>;
}

/**
 * Reads a file into `staged`, a temporary table of this connection that nobody else sees and that is gone with the
 * transaction: one row a key and version, figures in columns of their own. Constant memory, whatever the size.
 */
export class Staging implements StagedReading {
  private readonly reader: RowReader;
  private readonly long: boolean;
  private dropped = false;

  constructor(
    private readonly connection: RoleConnection,
    private readonly options: StagingOptions,
  ) {
    this.reader = new RowReader(options);
    this.long = options.plan.byName !== null;
  }

  async load(source: Readable): Promise<StagedFile> {
    const { figures } = this.options.plan;
    const table = this.long ? 'staged_row' : 'staged';
    // sorting a million keys should not spill to disk; for this transaction only
    await this.connection.query(`set local work_mem = '64MB'`);
    await this.connection.query(
      `create temp table ${table} (vendor integer not null, segment integer not null, rank smallint not null,
         starts_at timestamptz not null, local_date date not null, line bigint not null
         ${figures.map(({ staged }) => `, ${staged} numeric`).join('')}, final boolean not null default true) on commit drop`,
    );
    const { reader } = this;
    await copyRows(this.connection, source, {
      ...{ table, reader, encoding: 'latin1', file: this.options.file, onProgress: this.options.onProgress },
      columns: [
        ...['vendor', 'segment', 'rank', 'starts_at', 'local_date', 'line'],
        ...figures.map(({ staged }) => staged),
      ],
      textOf: (row, line) => reader.read(row, line),
    });
    const segments = reader.segments.texts.map((key) => reader.segmentOf(key));
    const renamed = await renumber(this.connection, table, 'segment', sameSegments(segments));
    const { problems } = this.reader;
    if (this.long) await this.foldLines(this.options.plan);
    const repeated = (this.reader.distinct && !renamed) || this.long ? 0 : await this.dropRepeated();
    const ranks = [...this.reader.ranks].sort((left, right) => left - right);
    if (ranks.length > 1) await this.markFinal();
    return {
      rowsRead: this.reader.rowsRead,
      rowsSkipped: this.reader.rowsSkipped,
      rowsWrong: problems.wrongRows,
      problems: problems.listed,
      rowsRepeated: repeated,
      vendors: this.reader.namedVendors(),
      segments,
      ranks,
      days: await this.days(),
    };
  }

  /** Two codes of the file mean the same vendor: their rows may say the same key twice. */
  async unifyVendors(staged: StagedFile, canonical: ReadonlyMap<number, number>): Promise<StagedFile> {
    if (!(await renumber(this.connection, 'staged', 'vendor', canonical))) return staged;
    const repeated = await this.dropRepeated();
    const { problems } = this.reader;
    return {
      ...staged,
      rowsRepeated: staged.rowsRepeated + repeated,
      rowsWrong: problems.wrongRows,
      problems: problems.listed,
      days: await this.days(),
    };
  }

  async dropVendors(staged: StagedFile, ordinals: readonly number[]): Promise<StagedFile> {
    if (ordinals.length === 0) return staged;
    this.dropped = true;
    const { rows } = await this.connection.query<{ line: string; vendor: number }>(
      'select line, vendor from staged where vendor = any ($1) order by line limit $2',
      [ordinals, LISTED_PROBLEMS],
    );
    const { rowCount } = await this.connection.query('delete from staged where vendor = any ($1)', [
      ordinals,
    ]);
    const { problems } = this.reader;
    problems.addFound(
      rows.map(({ line, vendor }) => this.reader.notYourVendor(Number(line), vendor)),
      rowCount ?? 0,
    );
    return { ...staged, rowsWrong: problems.wrongRows, problems: problems.listed, days: await this.days() };
  }

  async lineOffsets(): Promise<LineOffsets> {
    const measures = this.options.plan.figures.filter(({ measure }) => measure !== null);
    if (!this.long || measures.length === 0) return lineOffsets([]);
    const distances = measures.map(
      ({ staged }) => `array[min(line_${staged} - line), max(line_${staged} - line)]`,
    );
    const { rows } = await this.connection.query<{ distances: [string | null, string | null][] }>(
      `select array[${distances.join(', ')}]::text[] as distances from staged`,
    );
    return lineOffsets(rows[0]?.distances ?? []);
  }

  /** Rows of a long file that are about the same key become one; each figure keeps its own line. */
  private async foldLines({ figures, parts }: CellPlan): Promise<void> {
    const amounts = figures.map(({ staged }) => `min(${staged}) as ${staged}`);
    const lines = figures.map(
      ({ staged }) => `min(line) filter (where ${staged} is not null) as line_${staged}`,
    );
    const differing = figures
      .map(({ staged }) => `min(${staged}) is distinct from max(${staged})`)
      .join(' or ');
    await this.connection.query(
      `create temp table staged on commit drop as
       select ${KEY}, min(local_date) as local_date, min(line) as line, true as final, ${[...amounts, ...lines].join(', ')},
              ${differing} as differing
       from staged_row group by ${KEY}`,
    );
    await this.dropLong('differing', 'duplicate-key', { line: null });
    for (const [part, whole] of parts) {
      const [some, all] = [figures[part], figures[whole]];
      if (!some?.measure || !all?.measure) continue;
      const counts = { part: some.measure.code, some: null, whole: all.measure.code, all: null };
      await this.dropLong(`${some.staged} > ${all.staged}`, 'impossible-count', counts);
    }
    await this.connection.query('alter table staged drop column differing');
  }

  /** Takes keys of a long file out whose lines contradict each other: every line of them is wrong. */
  private async dropLong<Code extends RowProblemCode>(
    condition: string,
    code: Code,
    parameters: RowProblemParameters[Code],
  ): Promise<void> {
    const { rows } = await this.connection.query<{ line: string; total: string }>(
      `select r.line, count(*) over () as total from staged_row r join staged s using (${KEY}) where s.${condition.replaceAll(' > ', ' > s.')}
       order by r.line limit $1`,
      [LISTED_PROBLEMS],
    );
    if (rows.length === 0) return;
    this.dropped = true;
    this.reader.problems.addFound(
      rows.map(({ line }) => rowProblem(wholeRow(line), code, parameters)),
      Number(rows[0]?.total),
    );
    await this.connection.query(`delete from staged where ${condition}`);
  }

  /** Two rows for one key: dropped when they say the same, both wrong when they do not (which one is right?). */
  private async dropRepeated(): Promise<number> {
    const figures = this.options.plan.figures.map(({ staged }) => staged).join(', ');
    await this.connection.query('drop table if exists repeated');
    await this.connection.query(
      `create temp table repeated on commit drop as
       select ${KEY}, min(line) as first_line, min(array[${figures}]) is distinct from max(array[${figures}]) as differing
       from staged group by ${KEY} having count(*) > 1`,
    );
    const { rows } = await this.connection.query<{
      line: string;
      first_line: string;
      last_line: string;
      total: string;
    }>(
      `select s.line, r.first_line, max(s.line) over (partition by ${KEY}) as last_line, count(*) over () as total
       from staged s join repeated r using (${KEY}) where r.differing order by s.line limit $1`,
      [LISTED_PROBLEMS],
    );
    this.reader.problems.addFound(
      rows.map(({ line, first_line: first, last_line: last }) =>
        rowProblem(wholeRow(line), 'duplicate-key', { line: Number(line === first ? last : first) }),
      ),
      Number(rows[0]?.total ?? 0),
    );
    if (rows.length > 0) this.dropped = true;
    const same = `s.vendor = r.vendor and s.segment = r.segment and s.rank = r.rank and s.starts_at = r.starts_at`;
    await this.connection.query(`delete from staged s using repeated r where ${same} and r.differing`);
    const { rowCount } = await this.connection.query(
      `delete from staged s using repeated r where ${same} and not r.differing and s.line > r.first_line`,
    );
    return rowCount ?? 0;
  }

  /** Marks the rows that a later version of the same key follows. */
  private async markFinal(): Promise<void> {
    await this.connection.query(
      `update staged s set final = false
       from (select vendor, segment, starts_at, max(rank) as last from staged group by vendor, segment, starts_at) top
       where s.vendor = top.vendor and s.segment = top.segment and s.starts_at = top.starts_at and s.rank < top.last`,
    );
  }

  /** The days that are left: as read, unless rows were taken out again. */
  private async days(): Promise<string[]> {
    if (!this.dropped) return [...this.reader.days].sort();
    const { rows } = await this.connection.query<{ day: string }>(
      'select distinct local_date::text as day from staged order by day',
    );
    return rows.map(({ day }) => day);
  }
}

function wholeRow(line: string) {
  return { line: Number(line), column: null, columnName: null, value: null };
}
