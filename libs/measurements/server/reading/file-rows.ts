import type { Readable } from 'node:stream';
import type { FileLayout, KpiMapping } from '@plumbline/measurements/schema';
import { gunzipped } from '../unpacking/gunzipped';
import { unpacked } from '../unpacking/unpacked';
import { type CsvDialect, CsvReader } from './csv-reader';
import { refused } from './file-refused';
import { type RowBatch, rowsFrom } from './row-batch';

export interface FileOfRows {
  readonly layout: FileLayout;
  /** As received. */
  readonly bytes: number;
  readonly decimal: KpiMapping['decimal'];
}

const NO_PROBLEMS: RowBatch['quoteProblems'] = new Map();

/**
 * The rows below the header, whatever the file's format: from here on there is one path. Constant memory; throws
 * `FileRefused` where the rest cannot be read. `content` is destroyed in the end, also when the caller stops early.
 */
export async function* rowsOf(content: Readable, file: FileOfRows): AsyncGenerator<RowBatch> {
  const { headerLine } = file.layout;
  let begun = false;
  try {
    for await (const batch of batchesOf(content, file)) {
      if (begun) {
        yield batch;
        continue;
      }
      const first = belowHeader(batch, headerLine);
      if (first === -1) continue;
      begun = true;
      yield rowsFrom(batch, first);
    }
  } finally {
    content.destroy();
  }
  if (!begun) throw refused('empty-file', { what: 'rows' });
}

async function* batchesOf(
  content: Readable,
  { layout, bytes, decimal }: FileOfRows,
): AsyncGenerator<RowBatch> {
  const { format, packed, sheet, columns } = layout;
  if (format === 'xlsx') {
    yield* sheetBatches(unpacked(content, { do: 'rows', decimal, sheet }), columns.length);
    return;
  }
  const text =
    packed === 'gzip'
      ? gunzipped(content, bytes)
      : packed === 'zip'
        ? unpacked(content, { do: 'text' })
        : content;
  const csv = new CsvReader(dialectOf(layout));
  for await (const piece of text) yield csv.read(piece as Buffer);
  yield csv.end();
}

/** Blank cells at the end of a row are not in a sheet; a row is as wide as the header unless it holds more. */
async function* sheetBatches(pieces: AsyncIterable<Buffer>, width: number): AsyncGenerator<RowBatch> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    const numbers: number[] = [];
    const rows = lines.map((written) => {
      const [line, ...cells] = JSON.parse(written) as [number, ...string[]];
      numbers.push(line);
      while (cells.length < width) cells.push('');
      return cells;
    });
    yield { rows, lineOf: (index) => numbers[index] ?? 0, quoteProblems: NO_PROBLEMS };
  }
}

/** Index of the first row below the header; -1: none of these rows is. */
function belowHeader(batch: RowBatch, headerLine: number | undefined): number {
  if (headerLine === undefined) {
    const header = batch.rows.findIndex((row) => row.length > 1 || row[0] !== '');
    return header === -1 ? -1 : header + 1;
  }
  for (let index = 0; index < batch.rows.length; index += 1) {
    const line = batch.lineOf(index);
    if (line === headerLine) return index + 1;
    // blank rows of a sheet are not there, also not where the header was
    if (line > headerLine) return index;
  }
  return -1;
}

function dialectOf({ delimiter, newline, quote }: FileLayout): CsvDialect {
  if (delimiter === null || newline === null)
    throw new Error('a text file without delimiter was never looked at');
  return { delimiter, newline, quote };
}
