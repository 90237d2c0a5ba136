import { describe, expect, it } from '@jest/globals';
import { workbookOf } from '@plumbline/platform/files/writing';
import { readSheet } from './sheet-rows';
import { Workbook } from './workbook';
import { type WorkbookParts, workbookWith } from './workbook-parts.fixture';
import { ZipEntries } from './zip-entries';

/** Line and cells of the first sheet, or what it is refused for. */
async function rowsIn(bytes: Buffer, sheet = 0): Promise<unknown> {
  try {
    const workbook = await Workbook.open(await ZipEntries.open(bytes));
    const wanted = workbook?.sheets[sheet];
    if (!workbook || !wanted) return null;
    const rows: unknown[] = [];
    const shared = { texts: await workbook.texts(), kinds: await workbook.numberKinds() };
    await readSheet(workbook, wanted, shared, '.', {
      row: (line, cells) => void rows.push([line, ...cells]),
    });
    return rows;
  } catch (error) {
    return (error as { code?: string }).code ?? error;
  }
}
const sheet = (xml: string, more: Partial<WorkbookParts> = {}) =>
  rowsIn(workbookWith({ sheets: [['S', xml]], ...more }));

describe('rows of a sheet', () => {
  it('keeps the numbers of rows, fills gaps, and drops blanks at the end', async () => {
    expect(
      await sheet(
        '<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c><c r="F3"/></row><row r="4"/><row r="9"><c r="A9"><v>3</v></c></row>',
      ),
    ).toEqual([
      [3, '', '1', '', '2'],
      [9, '3'],
    ]);
  });

  it('counts rows and cells itself where the sheet does not say where they are', async () => {
    expect(await sheet('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')).toEqual([
      [1, '1', '2'],
      [2, '3'],
    ]);
  });

  it('reads shared, rich, inline and escaped texts, without reading aids', async () => {
    const strings =
      '<si><t>plain</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ch </t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si><si><t>two_x000A_lines _x005F_x0041_ _x0000_</t></si><si><t><![CDATA[a<b]]></t></si>';
    expect(
      await sheet(
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="inlineStr"><is><t>in</t><rPh><t>aid</t></rPh><r><t>line</t></r></is></c></row>',
        { strings },
      ),
    ).toEqual([[1, 'plain', 'rich ', 'two\nlines _x0041_ _x0000_', 'a<b', 'inline']]);
  });

  it('reads truth, errors, dates that are written out, and results of formulas', async () => {
    expect(
      await sheet(
        '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#DIV/0!</v></c><c t="d"><v>2024-04-01T00:00:00</v></c><c><f>A1+1</f><v>7</v></c><c t="str"><f>B1</f><v>claims</v></c><c t="str"><f>B2</f><v></v></c></row>',
      ),
    ).toEqual([[1, 'TRUE', 'FALSE', '#DIV/0!', '2024-04-01', '7', 'claims']]);
  });

  it('keeps a formula that nobody has calculated as it is written', async () => {
    expect(
      await sheet('<row><c><f>SUM(A2:A9)</f></c><c><f t="shared" si="0"/></c><c><f>B1</f><v/></c></row>'),
    ).toEqual([[1, '=SUM(A2:A9)', '=…', '=B1']]);
  });

  it('says a merged text or date for each of its rows, a merged figure once', async () => {
    const merged =
      '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c></row><row r="2"><c r="A2" s="1"><v>45383</v></c><c r="B2" t="inlineStr"><is><t>claims</t></is></c><c r="C2"><v>5</v></c></row><row r="3"><c r="C3"/><c r="D3"><v>1</v></c></row><row r="4"><c r="D4"><v>2</v></c></row><row r="5"><c r="D5"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A4"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C4"/></mergeCells></worksheet>';
    expect(await sheet(merged, { formats: [14] })).toEqual([
      [1, 'title'],
      [2, '2024-04-01', 'claims', '5'],
      [3, '2024-04-01', 'claims', '', '1'],
      [4, '2024-04-01', '', '', '2'],
      [5, '', '', '', '3'],
    ]);
  });

  it('shows the sheets that can be seen, in their order', async () => {
    const bytes = workbookWith({
      sheets: [
        ['Notes', ''],
        ['Secret', '', 'veryHidden'],
        ['Data', '<row><c><v>1</v></c></row>'],
      ],
    });
    const workbook = await Workbook.open(await ZipEntries.open(bytes));
    expect(workbook?.sheets.map(({ name }) => name)).toEqual(['Notes', 'Data']);
    expect(await rowsIn(bytes, 1)).toEqual([[1, '1']]);
  });

  it('reads back what the product writes', async () => {
    const bytes = workbookOf([
      {
        name: 'A & B',
        rows: [
          ['day', 'a<"b"', '=1+1', '_x0041_'],
          [{ day: '2024-04-01' }, 12.5, '', ' x '],
        ],
      },
    ]);
    expect(await rowsIn(bytes)).toEqual([
      [1, 'day', 'a<"b"', '=1+1', '_x0041_'],
      [2, '2024-04-01', '12.5', '', ' x '],
    ]);
  });

  it.each<[string, string, string]>([
    ['a document type', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet/>', 'xml-doctype'],
    ['an entity that nobody declared', '<row><c t="str"><v>&e;</v></c></row>', 'xlsx-damaged'],
    ['a sheet that is cut off', '<worksheet><sheetData><row r="1"><c><v>1</v></c></row>', 'xlsx-damaged'],
    ['no XML at all', '<worksheet>\u0001</worksheet>', 'xlsx-damaged'],
    ['elements without end', `<worksheet>${'<a>'.repeat(101)}`, 'xlsx-damaged'],
    ['a value beyond 256 columns', '<row r="7"><c r="IW7"><v>1</v></c></row>', 'too-many-columns'],
    ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>', 'xlsx-damaged'],
    ['a text that is not there', '<row><c t="s"><v>9</v></c></row>', 'xlsx-damaged'],
    [
      'a row beyond 1 MiB',
      `<row>${`<c t="str"><v>${'x'.repeat(32_000)}</v></c>`.repeat(40)}</row>`,
      'record-too-long',
    ],
  ])('refuses %s', async (_, xml, code) => {
    expect(await sheet(xml)).toBe(code);
  });

  it('refuses shared texts that are repeated without end', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(30)}</row>`;
    const strings = `<si><t>${'x'.repeat(32_000)}</t></si>`;
    expect(await sheet(row.repeat(300), { strings })).toBe('inflates-too-far');
  });
});
