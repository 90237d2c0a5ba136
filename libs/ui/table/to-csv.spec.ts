import { describe, expect, it } from '@jest/globals';
import { type Column } from './column';
import { toCsv } from './to-csv';

const columns: readonly Column<{ text: string }>[] = [
  { key: 'text', header: 'Text', text: (row) => row.text },
];

describe('toCsv', () => {
  it('lets no cell become a formula', () => {
    expect(toCsv([{ text: '=1+1' }], columns)).toBe("\uFEFFText\r\n'=1+1\r\n");
  });

  it('names its columns, exports the exact value where one is given, and is read as UTF-8', () => {
    const csv = toCsv(
      [{ value: '0.938517' }],
      [{ key: 'v', header: 'Share', text: () => '93.9%', exported: (row: { value: string }) => row.value }],
    );
    expect(csv).toBe('\uFEFFShare\r\n0.938517\r\n');
  });
});
