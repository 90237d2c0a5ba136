import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { copyInto, type RoleConnection } from '@plumbline/platform/database';
import { type FileOfRows, rowsOf } from '../reading/file-rows';
import type { RowSubjects } from '../reading/row-subjects';

/** COPY text is sent in pieces of about this many characters. */
const PIECE = 128 * 1024;
const ROWS_PER_REPORT = 20_000;

export interface RowsToCopy {
  readonly table: string;
  readonly columns: readonly string[];
  /** `latin1` where the text is ASCII anyway: it is quicker. */
  readonly encoding: 'latin1' | 'utf8';
  readonly file: FileOfRows;
  readonly reader: RowSubjects;
  /** Lines of COPY text, each with its line end; empty where the row gives none. */
  readonly textOf: (row: readonly string[], line: number) => string;
  /** What was held back until all rows were read. */
  readonly rest?: () => string;
  /** Called now and then with the rows read so far. */
  readonly onProgress: (rowsRead: number) => Promise<void>;
}

/** Reads a file row by row into a table, in constant memory whatever its size. Throws `FileRefused`. */
export async function copyRows(
  connection: RoleConnection,
  source: Readable,
  rows: RowsToCopy,
): Promise<void> {
  const copy = copyInto(connection, rows.table, rows.columns);
  // listening from the start: a failure between two writes must not go unhandled
  const finished = once(copy, 'finish');
  finished.catch(() => undefined);
  try {
    await send(source, copy, rows);
    copy.end();
    await finished;
  } catch (error) {
    copy.destroy(error instanceof Error ? error : new Error(String(error)));
    source.destroy();
    throw error;
  }
}

async function send(
  source: Readable,
  copy: Writable,
  { file, reader, textOf, rest, encoding, onProgress }: RowsToCopy,
): Promise<void> {
  let text = '';
  let reported = 0;
  const flush = async (least: number): Promise<void> => {
    if (text.length <= least) return;
    const piece = Buffer.from(text, encoding);
    text = '';
    if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), once(copy, 'close')]);
    if (copy.destroyed) throw new Error('COPY ended before the file did');
  };
  for await (const batch of rowsOf(source, file)) {
    const { rows, quoteProblems } = batch;
    for (let index = 0; index < rows.length; index += 1) {
      const malformed = quoteProblems.size > 0 ? quoteProblems.get(index) : undefined;
      if (malformed === undefined) text += textOf(rows[index] ?? [], batch.lineOf(index));
      else reader.malformed(batch.lineOf(index), malformed);
    }
    await flush(PIECE);
    if (reader.rowsRead - reported >= ROWS_PER_REPORT) {
      reported = reader.rowsRead;
      await onProgress(reported);
    }
  }
  text += rest?.() ?? '';
  await flush(0);
}
