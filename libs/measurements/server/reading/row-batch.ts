import type { RowProblemParameters } from '@plumbline/measurements/schema';

export type QuoteProblem = RowProblemParameters['quotes']['what'];

/** Complete rows of one piece of a file, whatever its format. */
export interface RowBatch {
  readonly rows: readonly (readonly string[])[];
  /** The physical line on which row `index` begins; of a sheet, its row number. */
  lineOf(index: number): number;
  /** Row index → what is wrong with its quotes. */
  readonly quoteProblems: ReadonlyMap<number, QuoteProblem>;
}

/** The rows of a batch from `first` on. */
export function rowsFrom(batch: RowBatch, first: number): RowBatch {
  if (first === 0) return batch;
  return {
    rows: batch.rows.slice(first),
    lineOf: (index) => batch.lineOf(index + first),
    quoteProblems: new Map([...batch.quoteProblems].map(([index, problem]) => [index - first, problem])),
  };
}
