import {
  type CellState,
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
    .filter(({ cells }) => state === undefined || cells.some((cell) => cell.state === state));
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
