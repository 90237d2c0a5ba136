import { describe, expect, it } from '@jest/globals';
import { arrangeRows } from './arrange-rows';
import { type Column, type SortOrder } from './column';
import { rowWindow } from './row-window';

interface Row {
  readonly name: string;
  readonly value: number | null;
}

const rows: readonly Row[] = [
  { name: 'Queue 10', value: 3 },
  { name: 'queue 2', value: null },
  { name: 'Étage 1', value: 20 },
];
const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Name', text: (row) => row.name },
  {
    key: 'value',
    header: 'Value',
    text: (row) => String(row.value ?? '–'),
    sortBy: (row) => row.value,
    numeric: true,
  },
  { key: 'fixed', header: 'Fixed', text: () => 'x', sortBy: false },
];
const names = (filter: string, sort: SortOrder | null) =>
  arrangeRows(rows, columns, filter, sort, 'en').map((row) => row.name);

describe('arrangeRows', () => {
  it.each([
    [{ key: 'name', descending: false }, ['Étage 1', 'queue 2', 'Queue 10']],
    [{ key: 'name', descending: true }, ['Queue 10', 'queue 2', 'Étage 1']],
    [{ key: 'value', descending: false }, ['Queue 10', 'Étage 1', 'queue 2']],
    [{ key: 'value', descending: true }, ['Étage 1', 'Queue 10', 'queue 2']],
    [{ key: 'fixed', descending: false }, ['Queue 10', 'queue 2', 'Étage 1']],
    [null, ['Queue 10', 'queue 2', 'Étage 1']],
  ])('sorted by %j: what is missing comes last, numbers within names count', (sort, expected) => {
    expect(names('', sort)).toEqual(expected);
  });

  it('keeps rows that contain every word, in any column and case', () => {
    expect(names('QUEUE 3', null)).toEqual(['Queue 10']);
    expect(names('nowhere', null)).toEqual([]);
  });
});

describe('rowWindow', () => {
  it('draws what is in sight and some around it', () => {
    expect(rowWindow(5000, 32, 0, 640, 10)).toEqual({ from: 0, to: 30, before: 0, after: 4970 * 32 });
    expect(rowWindow(5000, 32, 32_000, 640, 10)).toEqual({
      from: 990,
      to: 1030,
      before: 990 * 32,
      after: 3970 * 32,
    });
  });

  it.each([0, 10_000, 159_000, 10_000_000, -50])(
    'always adds up to the whole table (scrolled to %d)',
    (top) => {
      const { from, to, before, after } = rowWindow(5000, 32, top, 640);
      expect(before + (to - from) * 32 + after).toBe(5000 * 32);
    },
  );
});
