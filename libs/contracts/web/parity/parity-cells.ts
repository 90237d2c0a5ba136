import {
  type CellState,
  cellStates,
  type ParityMatrix,
  segmentDimensions,
  type TargetSegment,
} from '@plumbline/contracts/schema';

export interface ParityFilter {
  readonly vendorId?: string | undefined;
  readonly metricId?: string | undefined;
  readonly state?: CellState | undefined;
}

export type ShownRow = ParityMatrix['rows'][number];
export type ShownCell = ShownRow['cells'][number];

/** Verdicts that ask for something to be done. */
const flagged: readonly string[] = ['weaker', 'missing', 'incomparable'];

/** Whether a floor stands above what is agreed, or it cannot be said. */
export function missesFloor({ floors }: ShownCell): boolean {
  return floors.some(({ verdict }) => flagged.includes(verdict));
}

/** What a cell says; where nothing but a floor is expected, the floor's verdict. */
export function stateOf({ state, floors }: ShownCell): CellState {
  if (state !== 'not_demanded') return state;
  return floors.find(({ verdict }) => flagged.includes(verdict))?.verdict ?? floors[0]?.verdict ?? state;
}

/** A floor that is not held stands in its cell beside what the cell says of the internal target. */
function says(cell: ShownCell, state: CellState): boolean {
  const floors = cell.floors.map(({ verdict }) => verdict).filter((verdict) => flagged.includes(verdict));
  return [stateOf(cell), ...floors].includes(state);
}

/** How often each state stands in a matrix, as a filter finds it. */
export function countsOf({ rows }: ParityMatrix): Readonly<Record<CellState, number>> {
  const cells = rows.flatMap((row) => row.cells);
  const count = (state: CellState) => cells.filter((cell) => says(cell, state)).length;
  return Object.fromEntries(cellStates.map((state) => [state, count(state)])) as Record<CellState, number>;
}

/** What of a matrix a filter leaves: columns of the vendor, rows of the metric and those in which a verdict stands. */
export function filteredMatrix(
  matrix: ParityMatrix,
  { vendorId, metricId, state }: ParityFilter,
): ParityMatrix {
  const columns = matrix.contracts.map(({ vendor }) => vendorId === undefined || vendor.id === vendorId);
  const contracts = matrix.contracts.filter((_, index) => columns[index]);
  const rows = matrix.rows
    .filter(({ metric }) => metricId === undefined || metric.id === metricId)
    .map((row) => ({ ...row, cells: row.cells.filter((_, index) => columns[index]) }))
    .filter(({ cells }) => state === undefined || cells.some((cell) => says(cell, state)));
  return { ...matrix, contracts, rows };
}

/** `claims · es`, or the word for everything. */
export function segmentText(segment: TargetSegment, everything: string): string {
  const named = segmentDimensions.flatMap((dimension) => segment[dimension] ?? []);
  return named.length === 0 ? everything : named.join(' · ');
}

/** The vendors of a matrix, each once, by name. */
export function vendorsOf({
  contracts,
}: ParityMatrix): readonly { readonly id: string; readonly name: string }[] {
  return [...new Map(contracts.map(({ vendor }) => [vendor.id, vendor])).values()];
}

export function metricsOf({ rows }: ParityMatrix): readonly { readonly id: string; readonly name: string }[] {
  return [...new Map(rows.map(({ metric }) => [metric.id, metric])).values()];
}
