import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { type KpiFile, type KpiMapping, kpiMapping } from '@plumbline/measurements/schema';
import { RuleBrokenError } from '@plumbline/platform/errors';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';
import { workbookWith } from '../unpacking/workbook-parts.fixture';

// a shared machine may be slow; what is promised is 30 seconds of work
jest.setTimeout(600_000);

const folder = join(process.env['PLUMBLINE_DATA'] ?? '../shared/data', 'hostile');
const files = existsSync(folder)
  ? globSync(join(folder, '**/*')).filter(
      (file) => /\.\w+$/.test(basename(file)) && !file.includes('LICENSE'),
    )
  : [];

/** What is not listed is a table that can be read: its rows, not itself, are what is wrong. */
const answers: readonly (readonly [file: RegExp, code: string])[] = [
  [/pdf$|csv_spectrum\/json\//, 'foreign-format'],
  [/blns\.json$|missing-bits\.xlsx$/, 'name-and-content'],
  [/\.xls$/, 'old-excel'],
  [/latin1\.csv$|iso-8859-7\.csv$/, 'not-utf-8'],
  [/invalid-xml\.xlsx$/, 'xlsx-damaged'],
  [/wide\.csv$/, 'too-many-columns'],
  [/frictionless\/empty\.csv$|duplicateRowTest|test-issue-(?:1842|771)\.xlsx$/, 'empty-file'],
  [/blns\.txt$|\/(?:floats|leading-zeros|test-issue-991)\.csv$/, 'one column'],
  [/(?:merged-cells|multicode|bogus-defined-name|dateIssue|with_escape|test-issue-163)\.xlsx$/, 'one column'],
  [/without-rows\.csv$|1904\.xlsx$/, 'no-rows'],
];

/** As if the first column were a date and the second a count; null: a file of one column cannot be mapped to both. */
function anyMapping({ layout }: KpiFile): KpiMapping | null {
  const columns = layout.columns.map(({ header }, index) => ({
    header,
    means:
      index === 0
        ? { kind: 'period', format: 'YYYY-MM-DD' }
        : index === 1
          ? { kind: 'measure', measure: 'offered' }
          : { kind: 'ignore' },
  }));
  return kpiMapping.safeParse({ columns, grain: 'day', timezone: 'UTC' }).data ?? null;
}

describe('hostile files on the whole path', () => {
  let bench: MeasurementsBench;
  let of: MeasuredTenant;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
    of = await bench.tenant();
  });
  afterAll(() => bench.close());

  /** Received, mapped and checked: the code of its refusal, or the file as it stands then. */
  async function fate(name: string, content: Readable): Promise<string | KpiFile> {
    try {
      const received = await bench.uploads.receive(of.partner, {
        ...{ vendor: await bench.uploads.admit(of.partner, of.vendor), name, content },
        ...{ arrival: { via: 'page', address: null, key: null }, whenKnown: 'ask' },
      });
      const mapping = anyMapping(received);
      if (!mapping) return 'one column';
      await bench.mappings.map(of.partner, received.id, { mapping, name: 'Any' }, received.version);
      await bench.check.process(of.tenant, received.id);
      const checked = await bench.files.view(of.partner, received.id);
      // every row is wrong, and each is listed
      return checked.refusal && checked.refusal.code !== 'no-valid-rows' ? checked.refusal.code : checked;
    } catch (error) {
      if (error instanceof RuleBrokenError) return error.code;
      throw error;
    }
  }

  /** Needs the public data sets (PLUMBLINE_DATA, or ../shared/data). */
  (files.length > 0 ? it : it.skip).each(files.sort().map((file) => [relative(folder, file), file]))(
    '%s',
    async (name, file) => {
      const code = answers.find(([pattern]) => pattern.test(name))?.[1];
      const found = await fate(basename(file), Readable.from([readFileSync(file)]));
      if (code !== undefined) expect(found).toBe(code);
      else {
        const { rows, problemsListed } = found as KpiFile;
        expect(rows.total).toBeGreaterThan(0);
        expect(problemsListed).toBeGreaterThanOrEqual(Math.min(1, rows.wrong));
      }
    },
  );

  /** Bytes that are never all in memory. */
  async function* repeated(first: string, piece: Buffer, times: number): AsyncGenerator<Buffer> {
    yield Buffer.from(first);
    for (let time = 0; time < times; time += 1) yield piece;
  }
  const MiB = Buffer.alloc(1024 * 1024, 'x');
  const wrongRows = Buffer.from('never,ten\n'.repeat(10_000));
  const utf16 = Buffer.from('\ufeffday,offered\n2026-03-01,1\n', 'utf16le');

  it.each<[string, string, () => Readable, string]>([
    ['a line of 200 MB', 'a.csv', () => Readable.from(repeated('', MiB, 200)), 'record-too-long'],
    [
      'a line of 200 MB below a header',
      'a.csv',
      () => Readable.from(repeated('day,offered\n', MiB, 200)),
      'record-too-long',
    ],
    [
      'a quote that is never closed',
      'a.csv',
      () => Readable.from(repeated('day,offered\n2026-03-01,"', MiB, 3)),
      'record-too-long',
    ],
    ['UTF-16', 'a.csv', () => Readable.from([utf16]), 'utf-16'],
    ['UTF-16 without a mark', 'a.csv', () => Readable.from([utf16.subarray(2)]), 'utf-16'],
    [
      'a zero byte far down',
      'a.csv',
      () =>
        Readable.from(
          repeated(`day,offered\n${'2026-03-01,1\n'.repeat(40_000)}`, Buffer.from('a\u0000b\n'), 1),
        ),
      'nul-byte',
    ],
    [
      'nothing but zeros',
      'a.csv',
      () => Readable.from(repeated('day,offered\n', Buffer.alloc(1024 * 1024), 50)),
      'nul-byte',
    ],
    [
      'a workbook that says it is a CSV',
      'a.csv',
      () => Readable.from([workbookWith({ sheets: [['S', '']] })]),
      'name-and-content',
    ],
  ])('%s: %s', async (_, name, make, code) => {
    expect(await fate(name, make())).toBe(code);
  });

  it('counts a million wrong rows and keeps ten thousand of them, in bounded time and memory', async () => {
    const before = process.resourceUsage();
    const found = (await fate('a.csv', Readable.from(repeated('day,offered\n', wrongRows, 100)))) as KpiFile;
    const after = process.resourceUsage();
    expect(found).toMatchObject({
      state: 'refused',
      refusal: { code: 'no-valid-rows' },
      rows: { total: 1_000_000, wrong: 1_000_000 },
      problemsListed: 10_000,
    });
    const seconds =
      (after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime) / 1e6;
    expect(seconds).toBeLessThan(30);
    expect((after.maxRSS - before.maxRSS) / 1024).toBeLessThan(512);
  });

  it('lets other uploads go on meanwhile', async () => {
    const swollen = () =>
      workbookWith({
        sheets: [
          ['S', `<worksheet><sheetData>${`${' '.repeat(1024)}\n`.repeat(52 * 1024)}</sheetData></worksheet>`],
        ],
      });
    const hostile = Promise.all([
      fate('a.xlsx', Readable.from([swollen()])),
      fate('b.xlsx', Readable.from([swollen()])),
      fate('c.xlsx', Readable.from([swollen()])),
      fate('a.csv', Readable.from(repeated('day,offered\n', wrongRows, 50))),
    ]);
    const good = await fate('good.csv', Readable.from(['day,offered\n2026-03-01,1\n']));
    expect(good).toMatchObject({ state: 'checked', rows: { new: 1 } });
    expect(await hostile).toMatchObject([
      'inflates-too-far',
      'inflates-too-far',
      'inflates-too-far',
      { problemsListed: 10_000 },
    ]);
  });
});
