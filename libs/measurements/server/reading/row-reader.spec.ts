import { describe, expect, it } from '@jest/globals';
import { type ColumnMeaning, kpiMapping } from '@plumbline/measurements/schema';
import { measureCatalogue } from '@plumbline/sla-engine';
import { planCells } from './cell-plan';
import { withDetail } from './row-problems';
import { RowReader } from './row-reader';

const measures = new Map(
  measureCatalogue.map(({ code, unit }, index) => [code, { code, unit, position: index + 1 }]),
);

function readerOf(columns: Record<string, ColumnMeaning>, rest: object = {}): RowReader {
  const mapping = kpiMapping.parse({
    columns: Object.entries(columns).map(([header, means]) => ({ header, means })),
    grain: 'day',
    timezone: 'UTC',
    ...rest,
  });
  return new RowReader({
    mapping,
    plan: planCells(mapping, measures),
    vendorCode: 'OWN',
    tenantZone: 'UTC',
    now: Temporal.Instant.from('2026-06-01T00:00:00Z'),
    kept: { months: 84, loadFrom: '2019-06', dropBefore: '2019-04' },
  });
}

const day: ColumnMeaning = { kind: 'period', format: 'YYYY-MM-DD' };
const measure = (code: string): ColumnMeaning => ({ kind: 'measure', measure: code });
const problems = (reader: RowReader) =>
  reader.problems.listed.map(({ line, column, code, value }) => [line, column, code, value]);

describe('one row of a file', () => {
  it('becomes one line of COPY text; a blank is null, never 0', () => {
    const reader = readerOf({
      day,
      queue: { kind: 'segment', dimension: 'queue' },
      offered: measure('offered'),
      answered: measure('answered'),
      note: { kind: 'ignore' },
    });
    expect(reader.read(['2026-03-02', 'claims', '10', '', 'x'], 2)).toBe(
      '0\t0\t0\t2026-03-02T00:00:00Z\t2026-03-02\t2\t10\t\\N\n',
    );
    expect(reader.read(['2026-03-02', ' billing ', '0', '0', ''], 3)).toBe(
      '0\t1\t0\t2026-03-02T00:00:00Z\t2026-03-02\t3\t0\t0\n',
    );
    expect(reader.segments.texts.map((key) => reader.segmentOf(key))).toEqual([
      [null, null, 'claims', null],
      [null, null, 'billing', null],
    ]);
    expect(reader.vendors.texts).toEqual(['OWN']);
  });

  it('names every wrong cell of a row, and counts the row once', () => {
    const reader = readerOf({ day, offered: measure('offered'), answered: measure('answered') });
    expect(reader.read(['yesterday', '-1', 'ten'], 7)).toBe('');
    expect(reader.problems.wrongRows).toBe(1);
    expect(problems(reader)).toEqual([
      [7, 1, 'not-a-period', 'yesterday'],
      [7, 2, 'negative', '-1'],
      [7, 3, 'not-a-number', 'ten'],
    ]);
  });

  it('refuses a part that is more than its whole', () => {
    const reader = readerOf({ day, answered: measure('answered'), offered: measure('offered') });
    expect(reader.read(['2026-03-02', '11', '10'], 2)).toBe('');
    expect(reader.read(['2026-03-02', '10', '10'], 3)).not.toBe('');
    expect(reader.problems.listed.map(withDetail)).toMatchObject([
      {
        line: 2,
        column: 2,
        code: 'impossible-count',
        parameters: { part: 'answered', some: '11', whole: 'offered', all: '10' },
        detail: 'answered (11) cannot be more than offered (10).',
      },
    ]);
  });

  it('weighs averages by their calls wherever the column stands, and keeps claims apart', () => {
    const reader = readerOf({
      asa: { kind: 'average', measure: 'wait_seconds', weight: 'answered', unit: 'minutes' },
      day,
      rate: { kind: 'claimed', metric: 'abandonment_rate', unit: 'percent' },
      answered: measure('answered'),
    });
    expect(reader.read(['1.5', '2026-03-02', '8.7', '10'], 2)).toContain('\t2\t900\t0.087\t10\n');
    expect(reader.read(['1.5', '2026-03-02', '', ''], 3)).toContain('\t3\t\\N\t\\N\t\\N\n');
  });

  it('skips what the mapping filters out and lines that are empty', () => {
    const reader = readerOf({
      day,
      kind: { kind: 'filter', skip: ['Total'] },
      offered: measure('offered'),
    });
    expect(reader.read(['', 'Total', '99'], 2)).toBe('');
    expect(reader.read([''], 3)).toBe('');
    expect([reader.rowsRead, reader.rowsSkipped, reader.problems.wrongRows]).toEqual([1, 1, 0]);
  });

  it('knows the version of a row, and says when it does not', () => {
    const reader = readerOf({
      day,
      which: { kind: 'version', order: ['P', 'U'] },
      offered: measure('offered'),
    });
    expect(reader.read(['2026-03-02', 'U', '1'], 2)).toMatch(/^0\t0\t1\t/);
    expect(reader.read(['2026-03-02', 'X', '1'], 3)).toBe('');
    expect(problems(reader)).toEqual([[3, 2, 'unknown-version', 'X']]);
  });

  it('counts columns', () => {
    const reader = readerOf({ day, offered: measure('offered') });
    reader.read(['2026-03-02'], 2);
    reader.read(['2026-03-02', '1', '2'], 3);
    expect(problems(reader)).toEqual([
      [2, null, 'column-count', '2026-03-02'],
      [3, null, 'column-count', '2026-03-02 | 1 | 2'],
    ]);
  });

  it('puts the rows of the hour that comes twice in their order', () => {
    const reader = readerOf(
      { at: { kind: 'period', format: 'YYYY-MM-DD HH:mm' }, offered: measure('offered') },
      { grain: '60min', timezone: 'America/New_York', repeatedHour: 'in_order' },
    );
    expect(reader.read(['2025-11-02 01:00', '1'], 2)).toContain('2025-11-02T05:00:00Z');
    expect(reader.read(['2025-11-02 01:00', '2'], 3)).toContain('2025-11-02T06:00:00Z');
  });

  it('knows whether two rows may have the same key', () => {
    const rows = (dates: readonly string[]) => {
      const reader = readerOf({ day, offered: measure('offered') });
      dates.forEach((date, index) => reader.read([date, '1'], index + 2));
      return reader.distinct;
    };
    expect(rows(['2026-03-01', '2026-03-02', '2026-03-04'])).toBe(true);
    expect(rows(['2026-03-04', '2026-03-02', '2026-03-01'])).toBe(true);
    expect(rows(['2026-03-01', '2026-03-02', '2026-03-01'])).toBe(false);
    expect(rows(['2026-03-01', '2026-03-01'])).toBe(false);
  });

  it('lists so many problems and counts them all', () => {
    const reader = readerOf({ day, offered: measure('offered') });
    for (let line = 2; line < 12_002; line += 1) reader.read(['never', '1'], line);
    expect([reader.problems.listed.length, reader.problems.wrongRows]).toEqual([10_000, 12_000]);
  });
});
