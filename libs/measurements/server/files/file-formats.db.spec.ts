import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  type ColumnMeaning,
  type KpiFile,
  kpiMapping,
  type MappedColumn,
} from '@plumbline/measurements/schema';
import { type MeasuredTenant, MeasurementsBench, type StatedMapping } from '../measurements-bench';
import { CsvReader } from '../reading/csv-reader';
import { workbookWith } from '../unpacking/workbook-parts.fixture';
import { workbookOf, type WrittenCell } from '@plumbline/platform/files/writing';
import { zipped } from '@plumbline/platform/files/writing';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(240_000);

const folder = process.env['PLUMBLINE_DATA'] ?? '../shared/data';
/** Needs the public data sets (PLUMBLINE_DATA, or ../shared/data). */
const withData = existsSync(join(folder, 'nurse-line-monthly')) ? it : it.skip;

const columns: MappedColumn[] = [
  { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
  { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
  { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
];
const daily: StatedMapping = { columns, grain: 'day', timezone: 'America/New_York' };
const header = ['day', 'queue', 'offered'];

describe('formats of KPI files', () => {
  let bench: MeasurementsBench;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
  });
  afterAll(() => bench.close());

  const facts = (of: MeasuredTenant) =>
    bench.query(
      of,
      `select v.code, m.local_date::text as day, m.line::int, m.amounts::text from measurement m
       join vendor v on v.tenant_id = m.tenant_id and v.id = m.vendor_id where m.tenant_id = $1 order by m.line`,
    );
  /** A machine that sends a file: known layouts go through by themselves. */
  const byMachine = async (of: MeasuredTenant, name: string, content: Buffer | string): Promise<KpiFile> => {
    const received = await bench.upload(of, content, true, name);
    await bench.check.process(of.tenant, received.id);
    return bench.files.view(of.partner, received.id);
  };

  it('come to the same measurements with the same lines: CSV, gzip, XLSX, and both in a ZIP', async () => {
    const csv = 'day,queue,offered\n2026-03-01,claims,10\n\n2026-03-02,claims,11\n';
    const xlsx = workbookOf([
      {
        name: 'KPI',
        rows: [header, [{ day: '2026-03-01' }, 'claims', 10], [], [{ day: '2026-03-02' }, 'claims', 11]],
      },
    ]);
    const loaded = [];
    for (const [name, content] of [
      ['a.csv', csv],
      ['a.csv.gz', gzipSync(csv)],
      ['a.xlsx', xlsx],
      ['a.zip', zipped([{ name: 'b.csv', content: csv }])],
      ['b.zip', zipped([{ name: 'b.xlsx', content: xlsx }])],
    ] as const) {
      const of = await bench.tenant();
      const checked = await bench.checked(of, Buffer.from(content), daily, name);
      expect(checked).toMatchObject({ state: 'checked', rows: { total: 2, wrong: 0, new: 2 } });
      await bench.loaded(of, checked);
      loaded.push((await facts(of)).map((row) => ({ ...(row as object), code: null })));
    }
    expect(loaded[0]).toMatchObject([
      { day: '2026-03-01', line: 2 },
      { day: '2026-03-02', line: 4 },
    ]);
    for (const others of loaded.slice(1)) expect(others).toEqual(loaded[0]);
  });

  withData('nurse-line-monthly as a workbook adds up exactly as its CSV does', async () => {
    const bytes = readFileSync(join(folder, 'nurse-line-monthly/nurse-line-2015-q1.csv'));
    const reader = new CsvReader({ delimiter: ',', newline: '\n' });
    const [headers = [], ...rows] = [...reader.read(bytes).rows, ...reader.end().rows];
    const months: Readonly<Record<string, string>> = {
      'Apr-15': '2015-04-01',
      'May-15': '2015-05-01',
      'Jun-15': '2015-06-01',
    };
    const cell = (text: string): WrittenCell => {
      const day = months[text];
      return day ? { day } : /^\d+$/.test(text) ? Number(text) : text;
    };
    const xlsx = workbookOf([{ name: 'Q1', rows: [[...headers], ...rows.map((row) => row.map(cell))] }]);
    const meanings = (format: 'Mon-YY' | 'YYYY-MM-DD'): Readonly<Record<string, ColumnMeaning>> => ({
      period: { kind: 'period', format },
      provider_code: { kind: 'vendor' },
      provider_name: { kind: 'vendor_name' },
      calls_offered: { kind: 'measure', measure: 'offered' },
      calls_answered: { kind: 'measure', measure: 'answered' },
      calls_answered_within_60s: { kind: 'measure', measure: 'answered_within_threshold' },
      calls_abandoned_after_30s: { kind: 'measure', measure: 'abandoned_after_threshold' },
    });
    const load = async (name: string, content: Buffer, means: Readonly<Record<string, ColumnMeaning>>) => {
      const of = await bench.tenant('Europe/London', true);
      const mapped = headers.map((said) => ({
        header: said,
        means: means[said] ?? { kind: 'ignore' as const },
      }));
      const mapping = { columns: mapped, grain: 'month', timezone: 'Europe/London' } as StatedMapping;
      const waiting = await bench.checked(of, content, mapping, name);
      expect(waiting).toMatchObject({ state: 'waiting_for_vendors', rows: { total: 135, wrong: 0 } });
      const create = waiting.unknownVendors.map(({ code, name: said }) => ({ code, name: said }));
      await bench.files.resolveVendors(of.manager, waiting.id, { create, match: [] });
      await bench.check.process(of.tenant, waiting.id);
      await bench.loaded(of, await bench.files.view(of.partner, waiting.id));
      return facts(of);
    };
    const fromCsv = await load('q1.csv', bytes, meanings('Mon-YY'));
    expect(fromCsv).toHaveLength(135);
    expect(await load('q1.xlsx', xlsx, meanings('YYYY-MM-DD'))).toEqual(fromCsv);
  });

  it('of a workbook, the sheet with periods is suggested, another can be taken, and the next file remembers which', async () => {
    const of = await bench.tenant();
    const book = (day: string) =>
      workbookOf([
        {
          name: 'Notes',
          rows: [
            ['Term', 'Meaning'],
            ['offered', 'calls that came'],
          ],
        },
        { name: 'Voice', rows: [header, [{ day }, 'claims', 10]] },
        { name: 'Chat', rows: [header, [{ day }, 'chat', 20], ['Total', '', 20]] },
      ]);
    const first = await bench.upload(of, book('2026-03-01'), false, 'march.xlsx');
    expect(first.layout).toMatchObject({
      format: 'xlsx',
      sheets: ['Notes', 'Voice', 'Chat'],
      sheet: 'Voice',
    });
    const other = await bench.mappings.suggest(of.partner, first.id, { sheet: 'Chat' });
    expect(other).toMatchObject({
      layout: { sheet: 'Chat', footers: ['Total'] },
      columns: [
        { means: { kind: 'period' } },
        { means: { kind: 'segment' } },
        { means: { measure: 'offered' } },
      ],
    });
    const mapping = kpiMapping.parse({ ...daily, sheet: 'Chat', headerLine: 1, skipRows: ['Total'] });
    expect(await bench.mappings.preview(of.partner, first.id, mapping)).toMatchObject({
      rowsRead: 2,
      rowsSkipped: 1,
      rowsWrong: 0,
      rows: [{ line: 2, segment: { queue: 'chat' }, figures: { offered: '20' } }],
    });
    await expect(
      bench.mappings.preview(of.partner, first.id, { ...mapping, sheet: 'Nothing' }),
    ).rejects.toMatchObject({ code: 'no-such-sheet' });
    const mapped = await bench.mappings.map(of.partner, first.id, { mapping, name: 'Chat' }, first.version);
    expect(mapped.layout.sheet).toBe('Chat');
    await bench.check.process(of.tenant, first.id);
    await bench.loaded(of, await bench.files.view(of.partner, first.id));
    expect(await byMachine(of, 'april.xlsx', book('2026-03-02'))).toMatchObject({
      state: 'evaluating',
      rows: { new: 1 },
      layout: { sheet: 'Chat' },
    });
    expect(await facts(of)).toMatchObject([{ day: '2026-03-01' }, { day: '2026-03-02' }]);
  });

  it('finds a remembered header again below a title that grew, and passes over totals', async () => {
    const of = await bench.tenant();
    const file = (title: string, day: string) =>
      `${title}day;queue;offered\n${day};claims;1.234,5\nTotal;;1.234,5\nGenerated by ACD\n`;
    const first = await bench.upload(of, file('Northwind\n', '2026-03-01'));
    expect(first.layout).toMatchObject({ headerLine: 2, footers: ['Total', 'Generated*'] });
    expect((await bench.mappings.suggest(of.partner, first.id, {})).decimal).toBe(',');
    const mapping = { ...daily, decimal: ',', skipRows: ['Total', 'Generated*'] } as StatedMapping;
    const checked = await bench.checked(of, file('Northwind\n', '2026-03-01'), mapping);
    expect(checked).toMatchObject({ state: 'checked', rows: { total: 3, wrong: 0, new: 1 } });
    await bench.loaded(of, checked);
    expect(await byMachine(of, 'b.csv', file('Northwind\nMonthly report\n\n', '2026-03-02'))).toMatchObject({
      state: 'evaluating',
      layout: { headerLine: 4 },
      rows: { new: 1 },
    });
  });

  it('answers formulas without result and errors of the spreadsheet as problems of their rows', async () => {
    const of = await bench.tenant();
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
    const rows = [
      header.map(cell).join(''),
      `${cell('2026-03-01')}${cell('a')}<c><f>SUM(C9:C10)</f></c>`,
      `${cell('2026-03-01')}${cell('b')}<c t="e"><v>#DIV/0!</v></c>`,
      `${cell('2026-03-01')}<c t="e"><f>X1</f><v>#REF!</v></c><c><v>1</v></c>`,
      `${cell('2026-03-01')}${cell('c')}<c><f>1+1</f><v>2</v></c>`,
    ];
    const content = workbookWith({ sheets: [['S', rows.map((row) => `<row>${row}</row>`).join('')]] });
    const checked = await bench.checked(of, content, daily, 'a.xlsx');
    expect(checked).toMatchObject({ state: 'checked', rows: { total: 4, wrong: 3, new: 1 } });
    const { items } = await bench.files.problems(of.partner, checked.id, { limit: 10 });
    expect(items.map(({ line, columnName, value, code }) => [line, columnName, value, code])).toEqual([
      [2, 'offered', '=SUM(C9:C10)', 'formula'],
      [3, 'offered', '#DIV/0!', 'cell-error'],
      [4, 'queue', '#REF!', 'cell-error'],
    ]);
  });
});
