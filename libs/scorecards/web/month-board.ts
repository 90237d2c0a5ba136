import type { ScorecardMonth } from '@plumbline/scorecards/schema';

export type BoardRow = ScorecardMonth['vendors'][number];

/** Rows that can be published now. */
export function readyRows(rows: readonly BoardRow[]): readonly BoardRow[] {
  return rows.filter(({ readiness }) => readiness === 'ready');
}

export interface BoardCounts {
  readonly ready: number;
  readonly waiting: number;
  readonly published: number;
}

export function countBoard(rows: readonly BoardRow[]): BoardCounts {
  const count = (readiness: BoardRow['readiness']) =>
    rows.filter((row) => row.readiness === readiness).length;
  return { ready: count('ready'), waiting: count('waiting'), published: count('published') };
}
