import type { Readable } from 'node:stream';
import type { RowProblem } from '../reading/row-problems';
import type { LineOffsets } from './line-offsets';

/** A vendor code of a file, with the name that stands beside it and how many rows it has. */
export interface StagedVendor {
  readonly ordinal: number;
  readonly code: string;
  readonly name: string;
  readonly rows: number;
}

/** What a file turned out to hold, once all of it has been read into the session's temporary table. */
export interface StagedFile {
  readonly rowsRead: number;
  /** Rows that a filter of the mapping leaves out. */
  readonly rowsSkipped: number;
  readonly rowsWrong: number;
  readonly problems: readonly RowProblem[];
  /** Rows that say once more exactly what another row of the file says. */
  readonly rowsRepeated: number;
  readonly vendors: readonly StagedVendor[];
  /** By ordinal, in the order of the dimensions. */
  readonly segments: readonly (readonly (string | null)[])[];
  /** Versions of a row that the file holds; more than one makes restatements within the file. */
  readonly ranks: readonly number[];
  /** YYYY-MM-DD, ascending: the days of the rows that can be taken. */
  readonly days: readonly string[];
}

/** A file on its way into temporary tables of one connection; whose its rows are is found out in between. */
export interface StagedReading {
  load(source: Readable): Promise<StagedFile>;
  /** Ordinals of vendors that are named twice, and which ordinal they have from here on. Called once, after `load`. */
  unifyVendors(staged: StagedFile, canonical: ReadonlyMap<number, number>): Promise<StagedFile>;
  /** Takes the rows of vendors that the file may not speak of out again and answers them as problems. */
  dropVendors(staged: StagedFile, ordinals: readonly number[]): Promise<StagedFile>;
  /** Of what is left to be merged. */
  lineOffsets(): Promise<LineOffsets>;
}
