import { describe, expect, it } from '@jest/globals';
import Papa from 'papaparse';
import { csvCell, csvLine, csvText, readCsvCell } from './csv';

describe('a cell of CSV', () => {
  it.each([
    ['plain', 'plain'],
    [null, ''],
    [7, '7'],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ["'quoted", "''quoted"],
    ['-cmd', "'-cmd"],
    ['-1+2', "'-1+2"],
    ['-12.5', '-12.5'],
    ['-12.5%', '-12.5%'],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ])('%j is written as %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  const texts = [
    '=1+1',
    '+1',
    '-1',
    '-1+2',
    '@x',
    '\tx',
    '\rx',
    "'",
    "'=x",
    "''",
    'a "b", c;d',
    'a\r\nb',
    'ñ',
    '',
  ];

  it.each([',', ';'])(
    'comes back unharmed, whatever it holds, and never as a formula (read with %s)',
    (delimiter) => {
      for (const text of texts) {
        const written = csvLine([text, 'next']).replace(/,next\r\n$/, `${delimiter}next\r\n`);
        const [[read = '', next]] = Papa.parse<string[]>(written, { delimiter, newline: '\r\n' }).data as [
          string[],
        ];
        expect(next).toBe('next');
        expect(read).toMatch(/^(?![=+@\t\r])(?!-(?!\d+$))/);
        expect(readCsvCell(read)).toBe(text);
      }
    },
  );
});

describe('a file of CSV', () => {
  it('is read as UTF-8 and ends each line', () => {
    expect(
      csvText([
        ['Text', 'Share'],
        ['ñ', null],
      ]),
    ).toBe('\uFEFFText,Share\r\nñ,\r\n');
  });
});
