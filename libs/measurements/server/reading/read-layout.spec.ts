import { describe, expect, it } from '@jest/globals';
import { FileRefused } from './file-refused';
import { layoutAt, layoutHash, layoutOf as found, lookAtText, possibleLayouts } from './read-layout';

const look = (text: string) => lookAtText(Buffer.from(text), true);
const layoutOf = (text: string) => found(look(text));

describe('the layout of a received file', () => {
  it.each([
    [',', 'day,offered\n2026-03-01,10\n'],
    [';', 'day;offered;rate\n2026-03-01;10;8,7\n2026-03-02;11;9,1\n'],
    ['\t', 'day\toffered\n2026-03-01\t10\n'],
    ['|', 'day|offered\n2026-03-01|10\n'],
    [',', '"a;b;c",offered\n"1;2;3",10\n'],
  ])('finds the delimiter %j', (delimiter, text) => {
    expect(layoutOf(text).delimiter).toBe(delimiter);
  });

  it('keeps headers and a few different values of each column', () => {
    const layout = layoutOf('\n day ,queue\n2026-03-01,a\n2026-03-01,b\n2026-03-02,\n');
    expect(layout.columns).toEqual([
      { header: 'day', samples: ['2026-03-01', '2026-03-02'] },
      { header: 'queue', samples: ['a', 'b'] },
    ]);
  });

  it('calls files alike that differ in values only', () => {
    const hash = (text: string) => layoutHash(layoutOf(text)).toString('hex');
    expect(hash('day,offered\n2026-03-01,10\n')).toBe(hash('Day,Offered\n2026-04-01,11\n'));
    expect(hash('day,offered\n2026-03-01,10\n')).not.toBe(hash('offered,day\n10,2026-03-01\n'));
    expect(hash('day,offered\n2026-03-01,10\n')).not.toBe(hash('day;offered\n2026-03-01;10\n'));
  });

  it.each([
    ['only line breaks', Buffer.from('\n\n\n'), 'empty-file'],
    ['a zero byte', Buffer.from('day,off\u0000ered\n'), 'nul-byte'],
    [
      'too many columns',
      Buffer.from(`${Array.from({ length: 300 }, (_, n) => `c${n}`).join(',')}\n`),
      'too-many-columns',
    ],
  ])('refuses %s', (_, bytes, code) => {
    const read = () => found(lookAtText(bytes, true));
    expect(read).toThrow(expect.objectContaining({ code }) as unknown as Error);
    expect(read).toThrow(FileRefused);
  });

  it('looks at the beginning of a file that goes on, and refuses a first record without end', () => {
    const { columns } = found(lookAtText(Buffer.from('day,offered\n2026-03-01,10\n2026-03-0'), false));
    expect(columns).toEqual([
      { header: 'day', samples: ['2026-03-01'] },
      { header: 'offered', samples: ['10'] },
    ]);
    expect(() => lookAtText(Buffer.from('x'.repeat(1000)), false)).toThrow(
      expect.objectContaining({ code: 'record-too-long' }) as unknown as Error,
    );
  });

  it('takes apostrophes for quotes where they stand around fields and nothing else does', () => {
    expect(layoutOf("'day';'queue'\n'2026-03-01';'a;b'\n")).toMatchObject({
      quote: "'",
      columns: [{ header: 'day' }, { header: 'queue', samples: ['a;b'] }],
    });
    expect(layoutOf("day,queue\n2026-03-01,O'Hara\n").quote).toBeUndefined();
    expect(layoutOf('day,queue\n2026-03-01,"O\'H"\n').quote).toBeUndefined();
  });
});

describe('where the names of the columns stand', () => {
  it.each<[string, string, number]>([
    ['the first line', 'day,offered\n2026-03-01,1\n', 1],
    ['below a title', 'Monthly report\n\nday,offered,answered\n2026-03-01,1,1\n2026-03-02,1,1\n', 3],
    [
      'below a title with a date',
      'Report,2026-03\nBy,Northwind\nday,queue,offered,answered\n2026-03-01,a,1,1\n2026-03-02,a,1,1\n',
      3,
    ],
    ['below a comment', '# made by ACD\nday,offered\n2026-03-01,1\n', 2],
    ['the first line where none names anything', '2026-03-01,1\n2026-03-02,1\n', 1],
    ['one column', 'offered\n1\n2\n', 1],
  ])('%s', (_, text, line) => {
    expect(layoutOf(text).headerLine).toBe(line);
  });

  it('is any other line that somebody says, and no line that is not there', () => {
    const text = look('a,b\nday,offered\n2026-03-01,1\n');
    expect(layoutAt(text, { headerLine: 2 }).columns.map(({ header }) => header)).toEqual(['day', 'offered']);
    expect(() => layoutAt(text, { headerLine: 9 })).toThrow(
      expect.objectContaining({ code: 'no-such-line' }) as unknown as Error,
    );
  });

  it('is possible in many lines, so that a mapping finds its header again when a title grows', () => {
    const before = layoutHash(layoutAt(look('x,y\nday,offered\n2026-03-01,1\n'), { headerLine: 2 }));
    const later = possibleLayouts(look('x,y\nsince,April\nday,offered\n2026-03-01,1\n'));
    expect(later.find(({ hash }) => hash.equals(before))?.which).toEqual({ sheet: undefined, headerLine: 3 });
  });
});

describe('rows below the table', () => {
  it('gives no samples of columns', () => {
    expect(layoutOf('day,offered\n2026-03-01,1\nTotal,1\n').columns[0]?.samples).toEqual(['2026-03-01']);
  });

  it('suggests what certainly is none of its rows', () => {
    expect(layoutOf('queue,offered\na,1\nTotal Care,2\nTotal,3\nGenerated on 2026-04-01,\n').footers).toEqual(
      ['Total', 'Generated*'],
    );
    expect(layoutOf('queue,offered\na,1\nTotal Care,2\n').footers).toBeUndefined();
  });

  it('finds them at the end of a file that is longer than what is looked at', () => {
    const tail = Buffer.from('ff,1\nb,2\nGrand Total,3\n');
    expect(found(lookAtText(Buffer.from('queue,offered\na,1\n'), false, tail)).footers).toEqual([
      'Grand Total',
    ]);
  });
});
