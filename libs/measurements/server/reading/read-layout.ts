import { createHash } from 'node:crypto';
import type { FileLayout } from '@plumbline/measurements/schema';
import { type CsvDialect, CsvReader } from './csv-reader';
import { FileRefused } from './file-refused';

/** How much of a file is looked at for its layout. */
export const HEAD_BYTES = 256 * 1024;

const SAMPLES = 5;
const SAMPLE_LENGTH = 120;
const MOST_COLUMNS = 256;
const DELIMITERS = [',', ';', '\t', '|'] as const;

const foreign: readonly (readonly [magic: string, what: string])[] = [
  ['504b0304', 'an XLSX or ZIP file'],
  ['1f8b', 'a gzip file'],
  ['25504446', 'a PDF'],
  ['d0cf11e0', 'an old Excel file'],
];

export interface FileHead {
  readonly layout: FileLayout;
  /** Records after the header that the beginning holds completely. */
  readonly rows: readonly (readonly string[])[];
}

/** Looks at the beginning of a received file; `whole` when that is all of it. Throws `FileRefused`. */
export function readHead(head: Buffer, whole: boolean): FileHead {
  if (head.length === 0) throw new FileRefused('empty-file', 'The file is empty.');
  for (const [magic, what] of foreign) {
    if (head.subarray(0, magic.length / 2).toString('hex') === magic)
      throw new FileRefused('not-csv', `This is ${what}. Save the sheet as "CSV UTF-8" and send that.`);
  }
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const candidates = DELIMITERS.map((delimiter) => ({
    delimiter,
    rows: recordsOf(head, whole, { delimiter, newline }),
  }));
  const best = candidates.reduce((left, right) => (score(right.rows) > score(left.rows) ? right : left));
  const [header, ...rows] = best.rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (!header) throw new FileRefused('empty-file', 'The file holds no row.');
  if (header.length > MOST_COLUMNS)
    throw new FileRefused(
      'too-many-columns',
      `The file has ${header.length} columns; at most ${MOST_COLUMNS} are read.`,
      1,
    );
  const columns = header.map((name, index) => ({
    header: name.trim().slice(0, 500),
    samples: samplesOf(rows, index),
  }));
  return { layout: { delimiter: best.delimiter, newline, columns }, rows };
}

/** What makes two files the same layout: delimiter and headers in their order, not the values. */
export function layoutHash(layout: FileLayout): Buffer {
  const said = JSON.stringify([layout.delimiter, layout.columns.map(({ header }) => header.toLowerCase())]);
  return createHash('sha256').update(said).digest();
}

function recordsOf(head: Buffer, whole: boolean, dialect: CsvDialect): readonly (readonly string[])[] {
  const reader = new CsvReader(dialect);
  const rows = [...reader.read(head).rows];
  return whole ? [...rows, ...reader.end().rows] : rows;
}

/** More columns are better as long as the rows agree on how many there are. */
function score(rows: readonly (readonly string[])[]): number {
  const looked = rows.slice(0, 200);
  const width = looked[0]?.length ?? 0;
  if (width < 2) return width;
  return width * (looked.filter((row) => row.length === width).length / looked.length);
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
