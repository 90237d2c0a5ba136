import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvDialect, CsvReader } from './csv-reader';
import { FileRefused } from './file-refused';

const comma: CsvDialect = { delimiter: ',', newline: '\n' };
const data = join(process.env['PLUMBLINE_DATA'] ?? '../shared/data', 'hostile');

interface Read {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly problems: readonly (readonly [line: number, what: string])[];
}

/** Reads in pieces of `size` bytes. */
function read(bytes: Buffer, size: number, dialect: CsvDialect = comma): Read {
  const reader = new CsvReader(dialect);
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const problems: (readonly [number, string])[] = [];
  const take = (batch: ReturnType<CsvReader['read']>) =>
    batch.rows.forEach((row, index) => {
      rows.push(row);
      lines.push(batch.lineOf(index));
      const problem = batch.quoteProblems.get(index);
      if (problem) problems.push([batch.lineOf(index), problem]);
    });
  for (let at = 0; at < bytes.length; at += size) take(reader.read(bytes.subarray(at, at + size)));
  take(reader.end());
  return { rows, lines, problems };
}

const text = (content: string, size = content.length, dialect = comma) =>
  read(Buffer.from(content), size, dialect);

function refusal(work: () => unknown): Pick<FileRefused, 'code' | 'line'> {
  try {
    work();
  } catch (error) {
    if (error instanceof FileRefused) return { code: error.code, line: error.line };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('reading CSV', () => {
  it.each<[string, string, string[][], number[]]>([
    [
      'plain rows',
      'a,b\n1,2\n3,4\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
      [1, 2, 3],
    ],
    [
      'no line break at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'carriage returns',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'a byte order mark',
      '\ufeffa,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'a break inside quotes',
      'a,b\n"1\n1",2\n3,4\n',
      [
        ['a', 'b'],
        ['1\n1', '2'],
        ['3', '4'],
      ],
      [1, 2, 4],
    ],
    ['quotes inside quotes', 'a\n"say ""hi"""\n', [['a'], ['say "hi"']], [1, 2]],
    ['empty lines, which count', 'a,b\n\n1,2\n', [['a', 'b'], [''], ['1', '2']], [1, 2, 3]],
    [
      'names beyond ASCII',
      'día,日本\n¿,é\n',
      [
        ['día', '日本'],
        ['¿', 'é'],
      ],
      [1, 2],
    ],
  ])('%s', (_, content, rows, lines) => {
    expect(text(content)).toEqual({ rows, lines, problems: [] });
  });

  it('reads the same in pieces of any size, also through a character and through a quote', () => {
    const content = 'día,b\r\n"1,\r\n""x""",é\r\n日本,4\n"last",""\n';
    const whole = text(content);
    const bytes = Buffer.from(content);
    for (let size = 1; size <= bytes.length; size += 1) expect(read(bytes, size)).toEqual(whole);
    expect(whole.lines).toEqual([1, 2, 4, 5]);
  });

  it('reads rows that end with a carriage return alone', () => {
    expect(text('a;b\r1;2\r', 3, { delimiter: ';', newline: '\r' })).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      lines: [1, 2],
      problems: [],
    });
  });

  it('names wrong quotes with their line', () => {
    expect(text('a,b\n1,2\n"x"y,3\n').problems).toEqual([[3, 'text-after']]);
    expect(text('a,b\n1,"2\n3,4\n').problems).toEqual([[2, 'open']]);
  });

  it.each<[string, Buffer, string, number]>([
    ['a NUL', Buffer.from('a,b\n1,2\n3,\0\n'), 'nul-byte', 3],
    ['Latin-1', Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xe9, 0x0a]), 'not-utf-8', 3],
    ['UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), 'utf-16', 1],
    ['half a character at the end', Buffer.from('a,b\n1,é').subarray(0, -1), 'not-utf-8', 2],
  ])('refuses %s with a name and the line', (_, bytes, code, line) => {
    for (const size of [2, 3, 1000]) expect(refusal(() => read(bytes, size))).toEqual({ code, line });
  });

  it('refuses a record without end before it fills the memory', () => {
    const reader = new CsvReader(comma);
    reader.read(Buffer.from('a,b\n1,"'));
    let pieces = 0;
    const found = refusal(() => {
      for (; pieces < 100; pieces += 1) reader.read(Buffer.alloc(64 * 1024, 'x'));
    });
    expect(found).toEqual({ code: 'record-too-long', line: 2 });
    expect(pieces).toBeLessThan(20);
  });
});

/** Needs the public data sets (PLUMBLINE_DATA, or ../shared/data). */
(existsSync(data) ? describe : describe.skip)('csv-spectrum (../shared/data/hostile)', () => {
  const folder = join(data, 'csv_spectrum');
  const names = existsSync(folder)
    ? readdirSync(join(folder, 'csvs')).map((name) => name.replace('.csv', ''))
    : [];

  it.each(names)('%s', (name) => {
    const bytes = readFileSync(join(folder, 'csvs', `${name}.csv`));
    const [header = [], ...rows] = read(bytes, 5).rows;
    const found = rows.map((row) => Object.fromEntries(header.map((key, index) => [key, row[index] ?? ''])));
    const expected = JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')) as Record<
      string,
      string
    >[];
    const normal = (value: unknown) => JSON.stringify(value).replaceAll('\\r\\n', '\\n');
    expect(normal(found)).toBe(normal(expected));
  });
});
