import { describe, expect, it } from '@jest/globals';
import { workbookWith } from '../unpacking/workbook-parts.fixture';
import { ImportTables } from './import-tables';

const tables = new ImportTables();
const row = (line: number, ...cells: string[]) =>
  `<row r="${line}">${cells
    .map((cell, at) => `<c r="${'ABC'[at]}${line}" t="inlineStr"><is><t>${cell}</t></is></c>`)
    .join('')}</row>`;

describe('lists of vendors, read as KPI files are', () => {
  it('come from a workbook, blank rows left out, each with its row', async () => {
    const sheet = `${row(1, 'Code', 'Name')}${row(2, 'NORTH', 'North')}${row(4, 'SOUTH')}`;
    const table = await tables.read('vendors.xlsx', workbookWith({ sheets: [['List', sheet]] }), 10);
    expect(table).toEqual({
      columns: ['Code', 'Name'],
      rows: [
        { line: 2, cells: ['NORTH', 'North'], brokenQuotes: false },
        { line: 4, cells: ['SOUTH', ''], brokenQuotes: false },
      ],
    });
  });

  it('come from text, with the line of each row, also after a cell over several lines', async () => {
    const text = 'Code;Name\r\nNORTH;"North\r\nVoice"\r\n;\r\nSOUTH;South\r\n';
    const { rows } = await tables.read('vendors.csv', Buffer.from(text), 10);
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, 'NORTH', 'North\r\nVoice'],
      [5, 'SOUTH', 'South'],
    ]);
  });

  it('are read no further than one row beyond what is taken', async () => {
    const text = ['Code,Name', ...Array.from({ length: 30 }, (_, at) => `V${at},Vendor ${at}`)].join('\n');
    expect((await tables.read('vendors.csv', Buffer.from(text), 10)).rows).toHaveLength(11);
  });

  it('are refused by name, content or size of a workbook as KPI files are', async () => {
    await expect(tables.read('vendors.pdf', Buffer.from('%PDF-1.7'), 10)).rejects.toMatchObject({
      status: 422,
      code: 'foreign-format',
    });
    await expect(tables.read('vendors.xlsx', Buffer.from('Code,Name\nA,B\n'), 10)).rejects.toMatchObject({
      code: 'name-and-content',
    });
  });
});
