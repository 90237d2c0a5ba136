import { describe, expect, it } from '@jest/globals';
import { FileRefused } from './file-refused';
import { layoutHash, readHead } from './read-layout';

const layoutOf = (text: string) => readHead(Buffer.from(text), true).layout;

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
    ['an empty file', Buffer.alloc(0), 'empty-file'],
    ['only line breaks', Buffer.from('\n\n\n'), 'empty-file'],
    ['an XLSX', Buffer.from('504b03041400', 'hex'), 'not-csv'],
    ['a gzip', Buffer.from('1f8b0800', 'hex'), 'not-csv'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not-csv'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'nul-byte'],
    [
      'too many columns',
      Buffer.from(`${Array.from({ length: 300 }, (_, n) => `c${n}`).join(',')}\n`),
      'too-many-columns',
    ],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => readHead(bytes, true)).toThrow(expect.objectContaining({ code }) as unknown as Error);
    expect(() => readHead(bytes, true)).toThrow(FileRefused);
  });

  it('looks at the beginning of a file that goes on', () => {
    const { layout, rows } = readHead(Buffer.from('day,offered\n2026-03-01,10\n2026-03-0'), false);
    expect(rows).toEqual([['2026-03-01', '10']]);
    expect(layout.columns).toHaveLength(2);
  });
});
