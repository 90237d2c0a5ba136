import {
  type FileProblem,
  type FindingParameters,
  plainly,
  type RowProblemCode,
  type RowProblemParameters,
  rowProblemTexts,
  say,
} from '@plumbline/measurements/schema';

/** A cell or row of the file. `column` counts from 1; null: the row as a whole. */
interface ProblemPlace {
  readonly line: number;
  readonly column: number | null;
  readonly columnName: string | null;
  readonly value: string | null;
}

/** What is wrong with one cell or row. */
export interface RowProblem extends ProblemPlace {
  readonly code: RowProblemCode;
  readonly parameters: FindingParameters;
}

export function rowProblem<Code extends RowProblemCode>(
  place: ProblemPlace,
  code: Code,
  parameters: RowProblemParameters[Code],
): RowProblem {
  return { ...place, code, parameters: { ...parameters } };
}

/** The problem as it is kept and answered, with its sentence in English. */
export function withDetail(problem: RowProblem): Omit<FileProblem, 'ordinal'> {
  return { ...problem, detail: say(rowProblemTexts, problem, 'en', plainly) ?? '' };
}

/** Problems are counted without end and listed up to here. */
export const LISTED_PROBLEMS = 10_000;
const SHOWN_VALUE = 200;

export class RowProblems {
  readonly listed: RowProblem[] = [];
  /** All of them, also those beyond what is listed. */
  found = 0;
  private rows = 0;
  private lastLine = 0;

  /** Rows with at least one problem. */
  get wrongRows(): number {
    return this.rows;
  }

  add(problem: RowProblem): void {
    this.found += 1;
    if (problem.line !== this.lastLine) {
      this.rows += 1;
      this.lastLine = problem.line;
    }
    if (this.listed.length >= LISTED_PROBLEMS) return;
    const { value } = problem;
    this.listed.push(
      value !== null && value.length > SHOWN_VALUE
        ? { ...problem, value: `${value.slice(0, SHOWN_VALUE)}…` }
        : problem,
    );
  }

  /** Rows found wrong later, by comparing rows with each other: `count` of them, those in `found` with their lines. */
  addFound(found: readonly RowProblem[], count: number): void {
    this.rows += count;
    this.found += count;
    this.lastLine = 0;
    this.listed.push(...found.slice(0, Math.max(0, LISTED_PROBLEMS - this.listed.length)));
  }
}
