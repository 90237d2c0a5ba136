import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { kpiMapping } from '@plumbline/measurements/schema';
import { measureCatalogue } from '@plumbline/sla-engine';
import { FileRefused } from './file-refused';
import { previewRows } from './preview-rows';
import { readHead } from './read-layout';
import { suggestMapping } from './suggest-mapping';

const folder = join(process.env['PLUMBLINE_DATA'] ?? '../shared/data', 'hostile');
const files = existsSync(folder) ? globSync(join(folder, '**/*.{csv,tsv,txt,json,xlsx,xls,pdf}')).sort() : [];
const measures = measureCatalogue.map(({ code, unit }, index) => ({
  code,
  unit,
  position: index + 1,
  label: code,
}));

/** What becomes of a file, read as if its first column were a date and its second a count. */
function fate(bytes: Buffer): string {
  try {
    const { layout } = readHead(bytes, true);
    suggestMapping(layout, { measures: new Set(measures.map(({ code }) => code)), metrics: new Set() });
    const mapping = kpiMapping.parse({
      columns: layout.columns.map(({ header }, index) => ({
        header,
        means:
          index === 0
            ? { kind: 'period', format: 'YYYY-MM-DD' }
            : index === 1
              ? { kind: 'measure', measure: 'offered' }
              : { kind: 'ignore' },
      })),
      grain: 'day',
      timezone: 'UTC',
    });
    const preview = previewRows(bytes, true, {
      mapping,
      measures,
      dialect: layout,
      vendorCode: 'OWN',
      tenantZone: 'UTC',
      now: Temporal.Instant.from('2026-06-01T00:00:00Z'),
    });
    return `${preview.rowsRead - preview.rowsWrong} of ${preview.rowsRead} rows`;
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    // a file of one column cannot be mapped to a period and a figure
    if ((error as Error).constructor.name === 'ZodError') return 'not mappable';
    throw error;
  }
}

/** Needs the public data sets (PLUMBLINE_DATA, or ../shared/data). */
(files.length > 0 ? describe : describe.skip)('hostile files (../shared/data/hostile)', () => {
  it.each(files.map((file) => [basename(file), file]))('%s is read or refused, never a crash', (_, file) => {
    expect(fate(readFileSync(file))).toMatch(/^(?:\d+ of \d+ rows|not mappable|[a-z0-9-]+)$/);
  });

  it('names what is foreign, and what is not UTF-8', () => {
    const named = (pattern: RegExp) =>
      new Set(files.filter((file) => pattern.test(file)).map((file) => fate(readFileSync(file))));
    expect([...named(/\.(?:xlsx|xls|pdf)$/)]).toEqual(['not-csv']);
    expect([...named(/latin1\.csv$|iso-8859-7\.csv$/)]).toEqual(['not-utf-8']);
  });
});
