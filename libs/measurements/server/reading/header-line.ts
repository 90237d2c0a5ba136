export interface NumberedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Names of columns stand among the first so many rows that hold anything. */
export const HEADER_WITHIN = 20;

const FIGURE = /^[-+(]?[\d.,:\s/%-]+\)?$/;

/**
 * Which row names the columns: the first that is about as wide as the table below it and does not consist of figures and
 * dates. Titles above a table fill one or two cells. The first row where none is like that.
 */
export function headerOf(rows: readonly NumberedRow[]): number {
  const at = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }, index) => {
    const below = rows.slice(index + 1, index + 31).map((row) => filled(row.cells));
    const width = filled(cells);
    return width >= Math.min(2, widest(rows)) && width >= 0.6 * median(below) && named(cells) > width / 2;
  });
  return Math.max(0, at);
}

/** Cells that hold something. */
export function filled(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.trim() !== '') count += 1;
  return count;
}

function named(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '' && !FIGURE.test(cell.trim())).length;
}

function widest(rows: readonly NumberedRow[]): number {
  return Math.max(1, ...rows.slice(0, HEADER_WITHIN).map(({ cells }) => filled(cells)));
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
