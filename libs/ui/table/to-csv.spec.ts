import { describe, expect, it } from '@jest/globals';
import { type Column } from './column';
import { toCsv } from './to-csv';

const columns: readonly Column<{ text: string }>[] = [
  { key: 'text', header: 'Text', text: (row) => row.text },
];
const cellOf = (text: string) => toCsv([{ text }], columns).split('\r\n').slice(1, -1).join('\r\n');

describe('toCsv', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['-cmd', "'-cmd"],
    ['-12.5', '-12.5'],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ])('%j is written as %j', (text, cell) => {
    expect(cellOf(text)).toBe(cell);
  });

  it('names its columns, exports the exact value where one is given, and is read as UTF-8', () => {
    const csv = toCsv(
      [{ value: '0.938517' }],
      [{ key: 'v', header: 'Share', text: () => '93.9%', exported: (row: { value: string }) => row.value }],
    );
    expect(csv).toBe('\uFEFFShare\r\n0.938517\r\n');
  });
});
