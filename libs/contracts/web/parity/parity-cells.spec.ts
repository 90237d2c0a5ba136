import { describe, expect, it } from '@jest/globals';
import { parityMatrix, viewParityMatrix } from '@plumbline/contracts/schema';
import { countsOf, filteredMatrix, metricsOf, missesFloor, segmentText, vendorsOf } from './parity-cells';

const matrix = parityMatrix.parse(viewParityMatrix.example.response);
const [contract] = matrix.contracts;
const [row] = matrix.rows;
if (!contract || !row) throw new Error('the example has a cell');
const [cell] = row.cells;
if (!cell) throw new Error('the example has a cell');
const other = { ...contract, id: 'other', vendor: { ...contract.vendor, id: 'v2', name: 'Second' } };
const two = {
  ...matrix,
  contracts: [contract, other],
  rows: [{ ...row, cells: [cell, { ...cell, contractId: 'other', state: 'equal' as const, floors: [] }] }],
};

describe('filtering the matrix', () => {
  it.each([
    ['nothing', {}, ['weaker', 'equal']],
    ['a vendor', { vendorId: 'v2' }, ['equal']],
    ['a verdict: its rows, whole', { state: 'equal' as const }, ['weaker', 'equal']],
    ['a verdict that is nowhere', { state: 'missing' as const }, []],
    ['a vendor without the verdict', { vendorId: 'v2', state: 'weaker' as const }, []],
    ['another metric', { metricId: 'x' }, []],
  ])('by %s', (_, filter, states) => {
    const found = filteredMatrix(two, filter);
    expect(found.rows.flatMap(({ cells }) => cells.map(({ state }) => state))).toEqual(states);
    for (const { cells } of found.rows) expect(cells).toHaveLength(found.contracts.length);
  });

  it('finds what only a floor says, as the cell shows it', () => {
    const floor = { code: 'x', verdict: 'missing' as const, reasons: [] };
    const under = (state: 'equal' | 'not_demanded') => ({
      ...{ ...two, contracts: [contract] },
      rows: [{ ...row, cells: [{ ...cell, state, floors: [floor] }] }],
    });
    for (const state of ['equal', 'not_demanded'] as const) {
      expect(filteredMatrix(under(state), { state: 'missing' }).rows).toHaveLength(1);
      expect(countsOf(under(state))).toMatchObject({ missing: 1, weaker: 0 });
    }
    expect(filteredMatrix(under('equal'), { state: 'equal' }).rows).toHaveLength(1);
    expect(filteredMatrix(under('not_demanded'), { state: 'not_demanded' }).rows).toEqual([]);
  });

  it('offers what there is', () => {
    expect(vendorsOf(two).map(({ name }) => name)).toEqual([contract.vendor.name, 'Second']);
    expect(metricsOf(two).map(({ name }) => name)).toEqual([row.metric.name]);
  });

  it('a floor that is not held, or of which it cannot be said, is told', () => {
    const floors = (verdict: 'equal' | 'stricter' | 'weaker' | 'incomparable') => ({
      ...cell,
      floors: [{ code: 'x', verdict, reasons: [] }],
    });
    expect(
      (['equal', 'stricter', 'weaker', 'incomparable'] as const).map((each) => missesFloor(floors(each))),
    ).toEqual([false, false, true, true]);
  });

  it('names a segment by its parts', () => {
    const everywhere = { lineOfBusiness: null, channel: null, queue: null, language: null };
    expect(segmentText(everywhere, 'everything')).toBe('everything');
    expect(segmentText({ ...everywhere, queue: 'claims', language: 'es' }, 'everything')).toBe('claims · es');
  });
});
