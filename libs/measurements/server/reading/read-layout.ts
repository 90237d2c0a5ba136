import { createHash } from 'node:crypto';
import type { FileLayout } from '@plumbline/measurements/schema';
import { type CsvDialect, CsvReader } from './csv-reader';
import { FileRefused, refused } from './file-refused';
import { footersOf, SkippedRows } from './footers';
import { filled, headerOf, HEADER_WITHIN, type NumberedRow } from './header-line';
import { formatsOf } from './periods';

const SAMPLES = 5;
const SAMPLE_LENGTH = 120;
const MOST_COLUMNS = 256;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The beginning, and as far as known the end, of one table of a file. */
export interface TableHead {
  readonly sheet: string | undefined;
  readonly first: readonly NumberedRow[];
  readonly last: readonly (readonly string[])[];
}

/** What a look at a file found, before it is decided which of its tables and lines to take. */
export interface FileLook {
  readonly shape: Pick<FileLayout, 'format' | 'packed' | 'sheets' | 'delimiter' | 'newline' | 'quote'>;
  readonly tables: readonly TableHead[];
}

export interface WhichTable {
  readonly sheet?: string | undefined;
  readonly headerLine?: number | undefined;
}

/** The table in a text file; `whole` when the beginning is all of it. Throws `FileRefused`. */
export function lookAtText(head: Buffer, whole: boolean, tail: Buffer = Buffer.alloc(0)): FileLook {
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const candidates = dialects(head, newline).map((dialect) => ({
    dialect,
    rows: recordsOf(head, whole, dialect),
  }));
  const best = candidates.reduce((left, right) => (score(right.rows) > score(left.rows) ? right : left));
  const first = best.rows.filter(({ cells }) => filled(cells) > 0);
  if (first.length === 0 && !whole) throw refused('record-too-long', { what: 'first' }, 1);
  return {
    shape: { ...best.dialect },
    tables: [{ sheet: undefined, first, last: whole ? [] : endOf(tail, best.dialect) }],
  };
}

/** The layout that the file most probably has. */
export function layoutOf(look: FileLook): FileLayout {
  return layoutAt(look, {});
}

/** The layout of the table and header line that somebody said; what nobody said is found. Throws `FileRefused`. */
export function layoutAt(look: FileLook, { sheet, headerLine }: WhichTable): FileLayout {
  const table =
    sheet === undefined ? likeliest(look.tables) : look.tables.find((each) => each.sheet === sheet);
  if (!table) throw refused('no-such-sheet', { sheet: sheet ?? '' });
  if (table.first.length === 0) throw refused('empty-file', { what: 'rows' });
  const at =
    headerLine === undefined
      ? headerOf(table.first)
      : table.first.findIndex(({ line }) => line === headerLine);
  const header = table.first[at];
  if (!header) throw refused('no-such-line', { headerLine: headerLine ?? 1 });
  const { cells, line } = header;
  if (cells.length > MOST_COLUMNS)
    throw refused('too-many-columns', { what: 'file', columns: cells.length, most: MOST_COLUMNS }, line);
  const rows = table.first.slice(at + 1).map((row) => row.cells);
  const footers = footersOf([...rows, ...table.last]);
  const skipped = new SkippedRows(footers);
  const own = rows.filter((row) => !skipped.has(row));
  const columns = cells.map((name, index) => ({
    header: name.trim().slice(0, 500),
    samples: samplesOf(own, index),
  }));
  return {
    ...look.shape,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    headerLine: line,
    ...(footers.length === 0 ? {} : { footers }),
    columns,
  };
}

/** Every table and line that might be meant, the likeliest first, for finding the mapping that was used before. */
export function possibleLayouts(look: FileLook): { which: WhichTable; hash: Buffer }[] {
  const best = layoutOf(look);
  const all = look.tables.flatMap(({ sheet, first }) =>
    first.slice(0, HEADER_WITHIN).map(({ cells, line }) => ({
      which: { sheet, headerLine: line },
      hash: hashOf({ ...look.shape, sheet }, cells),
    })),
  );
  return [{ which: { sheet: best.sheet, headerLine: best.headerLine }, hash: layoutHash(best) }, ...all];
}

/**
 * What makes two files the same layout: delimiter and headers in their order, not the values. Of a workbook with several
 * sheets, the sheet's name too: that is how a mapping remembers which was meant.
 */
export function layoutHash(layout: FileLayout): Buffer {
  return hashOf(
    layout,
    layout.columns.map(({ header }) => header),
  );
}

function hashOf(
  { delimiter, sheets = [], sheet }: Pick<FileLayout, 'delimiter' | 'sheets' | 'sheet'>,
  headers: readonly string[],
): Buffer {
  const said: unknown[] = [delimiter, headers.map((header) => header.trim().slice(0, 500).toLowerCase())];
  if (sheets.length > 1) said.push(sheet);
  return createHash('sha256').update(JSON.stringify(said)).digest();
}

/** Of a workbook, the first sheet that holds periods and figures; else the first that holds anything. */
function likeliest(tables: readonly TableHead[]): TableHead | undefined {
  return tables.find(hasPeriods) ?? tables.find(({ first }) => first.length > 1) ?? tables[0];
}

function hasPeriods({ first }: TableHead): boolean {
  if (first.length < 2) return false;
  const at = headerOf(first);
  const rows = first.slice(at + 1).map(({ cells }) => cells);
  const width = first[at]?.cells.length ?? 0;
  return (
    width > 1 &&
    Array.from({ length: width }, (_, column) => samplesOf(rows, column)).some(
      (samples) => formatsOf(samples).length > 0,
    )
  );
}

function dialects(head: Buffer, newline: '\n' | '\r'): CsvDialect[] {
  const usual = DELIMITERS.map((delimiter) => ({ delimiter, newline }));
  const text = head.subarray(0, 4096).toString('latin1');
  // apostrophes count as quotes only where they stand around whole fields, and nothing else does
  const apostrophes = !text.includes('"') && /(?:^|[,;\t|\n\r])'[^'\n]*'(?=[,;\t|\r\n])/.test(text);
  return apostrophes ? usual.flatMap((dialect) => [{ ...dialect, quote: "'" as const }, dialect]) : usual;
}

function recordsOf(head: Buffer, whole: boolean, dialect: CsvDialect): NumberedRow[] {
  const reader = new CsvReader(dialect);
  const batches = whole ? [reader.read(head), reader.end()] : [reader.read(head)];
  return batches.flatMap((batch) => batch.rows.map((cells, index) => ({ line: batch.lineOf(index), cells })));
}

/** The records at the end of a file that goes on beyond its head; a piece of a line before them is dropped. */
function endOf(tail: Buffer, dialect: CsvDialect): (readonly string[])[] {
  const from = tail.indexOf(dialect.newline);
  if (from === -1) return [];
  try {
    return recordsOf(tail.subarray(from + 1), true, dialect)
      .map(({ cells }) => cells)
      .slice(-20);
  } catch (error) {
    // whatever is wrong there is found when the file is read to its end
    if (error instanceof FileRefused) return [];
    throw error;
  }
}

/** More columns are better as long as the rows agree on how many there are; titles above the table do not decide. */
function score(rows: readonly NumberedRow[]): number {
  const counts = new Map<number, number>();
  const looked = rows.filter(({ cells }) => filled(cells) > 0).slice(0, 200);
  for (const { cells } of looked) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) best = Math.max(best, width * (count / looked.length));
  return best;
}

function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const value = (row[column] ?? '').trim().slice(0, SAMPLE_LENGTH);
    if (value !== '') samples.add(value);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
