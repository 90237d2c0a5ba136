/** What is known of how the lines of a file make rows. */
export interface LinedFile {
  readonly of_cases: boolean;
  /** How far below its first line the lines of a row stand; null: loaded before that was kept. */
  readonly offsets: readonly (readonly [least: number, most: number])[] | null;
  /** As far as the mapping tells, lines of a row may stand anywhere. */
  readonly scattered: boolean;
}

/** Ranges of lines, both ends included. */
export type FirstLines = readonly (readonly [from: number, to: number])[];

/** Where a row may begin that a line belongs to: an index finds rows by their first line only. */
export function firstLines(line: number, { offsets, scattered, of_cases: ofCases }: LinedFile): FirstLines {
  if (offsets !== null) return offsets.map(([least, most]) => [line - most, line - least]);
  if (ofCases) return [[1, line]];
  return [scattered ? [1, Number.MAX_SAFE_INTEGER] : [line, line]];
}

/**
 * The condition that `line` lies in one of the ranges, whose ends are parameters from this number on. Each range is written out:
 * joined as a list, a few of them make the planner read the whole file (docs/performance.md).
 */
export function beginsIn(ranges: FirstLines, from: number): string {
  const each = ranges.map((_, index) => `line between $${from + 2 * index} and $${from + 2 * index + 1}`);
  return `(${each.join(' or ')})`;
}
