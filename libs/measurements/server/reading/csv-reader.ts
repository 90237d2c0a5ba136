import Papa from 'papaparse';
import { refused } from './file-refused';
import type { QuoteProblem, RowBatch } from './row-batch';
import { StrictText } from './strict-text';

export interface CsvDialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** `\n` also takes `\r\n`. */
  readonly newline: '\n' | '\r';
  /** `"` when not said. */
  readonly quote?: '"' | "'" | undefined;
}

/** Security: a record without end must not fill the memory (ASVS 5.2). */
const LONGEST_RECORD = 1024 * 1024;

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly Papa.ParseError[];
  readonly meta: { readonly cursor: number };
}

/** Reads a CSV file piece by piece in constant memory, and knows the physical line of every record. */
export class CsvReader {
  private readonly text = new StrictText();
  private readonly parser: Papa.Parser;
  private rest = '';
  private line = 1;

  constructor(private readonly dialect: CsvDialect) {
    const { delimiter, newline, quote = '"' } = dialect;
    this.parser = new Papa.Parser({ delimiter, newline, quoteChar: quote });
  }

  /** The records that this piece completes. Throws `FileRefused` for what makes the rest unreadable. */
  read(piece: Buffer): RowBatch {
    const batch = this.parse(this.rest + this.text.decode(piece), true);
    if (this.rest.length > LONGEST_RECORD) throw refused('record-too-long', { what: 'record' }, this.line);
    return batch;
  }

  /** The last record, when the file does not end with a line break. */
  end(): RowBatch {
    const text = this.rest + this.text.end();
    return this.parse(text, false);
  }

  private parse(text: string, more: boolean): RowBatch {
    const { data, errors, meta } = this.parser.parse(text, 0, more) as Parsed;
    // a text that ends with a line break leaves an empty last record behind
    if (!more && data.at(-1)?.length === 1 && data.at(-1)?.[0] === '') data.pop();
    const consumed = more ? meta.cursor : text.length;
    this.rest = text.slice(consumed);
    if (this.dialect.newline === '\n') for (const row of data) dropCarriageReturn(row);
    const lines = this.linesOf(text, consumed, data);
    return {
      rows: data,
      lineOf: (index) => (lines.each === null ? lines.first + index : (lines.each[index] ?? lines.first)),
      quoteProblems: quoteProblems(errors),
    };
  }

  private linesOf(
    text: string,
    consumed: number,
    rows: readonly string[][],
  ): { first: number; each: number[] | null } {
    const first = this.line;
    const breaks = count(text, this.dialect.newline, consumed);
    this.line += breaks;
    if (breaks <= rows.length) return { first, each: null };
    let next = first;
    const each = rows.map((row) => {
      const at = next;
      next += 1 + row.reduce((sum, field) => sum + count(field, this.dialect.newline, field.length), 0);
      return at;
    });
    return { first, each };
  }
}

function dropCarriageReturn(row: string[]): void {
  const last = row.length - 1;
  const field = row[last] ?? '';
  if (field.charCodeAt(field.length - 1) === 13) row[last] = field.slice(0, -1);
}

function count(text: string, what: string, end: number): number {
  let found = 0;
  for (let at = text.indexOf(what); at !== -1 && at < end; at = text.indexOf(what, at + 1)) found += 1;
  return found;
}

function quoteProblems(errors: readonly Papa.ParseError[]): RowBatch['quoteProblems'] {
  const problems = new Map<number, QuoteProblem>();
  for (const { row, code } of errors) {
    if (row === undefined || problems.has(row)) continue;
    problems.set(row, code === 'MissingQuotes' ? 'open' : 'text-after');
  }
  return problems;
}
