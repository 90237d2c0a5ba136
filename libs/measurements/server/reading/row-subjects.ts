import { dimensionNames, type KpiMapping } from '@plumbline/measurements/schema';
import { SkippedRows } from './footers';
import { Ordinals } from './ordinals';
import { type RowProblem, RowProblems } from './row-problems';
import { asMeant, type SegmentAliases } from './segment-aliases';
import { spreadsheetProblem } from './spreadsheet-problem';

export interface RowSubjectOptions {
  readonly mapping: KpiMapping;
  /** The code of the vendor that a file without a vendor column is about. */
  readonly vendorCode: string;
  /** What is remembered of the vendor's own names; none when not said. */
  readonly aliases?: SegmentAliases;
}

const MOST_VENDORS = 5_000;
export const MOST_SEGMENTS = 10_000;
const LONGEST_NAME = 80;
const SEPARATOR = '\u0001';
const EQUALS = 0x3d;
const HASH = 0x23;

/** What a row is about, whatever it goes on to say: whether it is taken at all, its vendor, its segment. */
export class RowSubjects {
  readonly problems = new RowProblems();
  readonly vendors = new Ordinals(
    MOST_VENDORS,
    'too-many-vendors',
    `There are more than ${MOST_VENDORS} different vendor codes: is that the right column?`,
  );
  readonly segments = new Ordinals(
    MOST_SEGMENTS,
    'too-many-segments',
    `There are more than ${MOST_SEGMENTS} different segments: is a column of times or numbers mapped as queue or language?`,
  );
  readonly vendorNames = new Map<number, string>();
  rowsRead = 0;
  rowsSkipped = 0;

  private readonly vendorColumn: number;
  private readonly vendorNameColumn: number;
  private readonly constantSegment: readonly (string | null)[];
  private readonly segmentColumns: readonly { readonly at: number; readonly column: number }[];
  private readonly footers: SkippedRows | null;
  private readonly filters: readonly { readonly column: number; readonly skip: ReadonlySet<string> }[];

  constructor(private readonly subjects: RowSubjectOptions) {
    const { mapping } = subjects;
    this.vendorColumn = this.columnOf('vendor');
    this.vendorNameColumn = this.columnOf('vendor_name');
    this.constantSegment = dimensionNames.map((name) => mapping.constants[name] ?? null);
    this.segmentColumns = mapping.columns.flatMap(({ means }, column) =>
      means.kind === 'segment' ? [{ at: dimensionNames.indexOf(means.dimension), column }] : [],
    );
    this.filters = mapping.columns.flatMap(({ means }, column) =>
      means.kind === 'filter' ? [{ column, skip: new Set(means.skip.map((value) => value.trim())) }] : [],
    );
    this.footers = mapping.skipRows?.length ? new SkippedRows(mapping.skipRows) : null;
  }

  /** A row whose quotes are wrong: which text belongs to which column is anybody's guess. */
  malformed(line: number, detail: string): void {
    this.rowsRead += 1;
    this.problems.add({ line, column: null, columnName: null, value: null, code: 'quotes', detail });
  }

  /** The segment of a key that `segments` has numbered, in the order of the dimensions. */
  segmentOf(key: string): readonly (string | null)[] {
    const values = [...this.constantSegment];
    for (const part of key.split(SEPARATOR)) {
      if (part === '') continue;
      values[Number(part[0])] = part.slice(1) === '' ? null : part.slice(1);
    }
    return this.subjects.aliases === undefined ? values : asMeant(values, this.subjects.aliases);
  }

  /** Every vendor that the rows name, by ordinal, with the name that stands beside the code and how many rows there are. */
  namedVendors(): { ordinal: number; code: string; name: string; rows: number }[] {
    return this.vendors.texts.map((code, ordinal) => ({
      ...{ ordinal, code, name: this.vendorNames.get(ordinal) ?? '' },
      rows: this.vendors.counts[ordinal] ?? 0,
    }));
  }

  /** What is wrong with the vendor of a row that was read already. */
  vendorProblem(line: number, vendor: number, code: string, detail: string): RowProblem {
    const at = this.vendorColumn;
    return {
      ...{ line, column: at === -1 ? null : at + 1 },
      columnName: this.subjects.mapping.columns[at]?.header ?? null,
      value: this.vendors.texts[vendor] ?? null,
      ...{ code, detail },
    };
  }

  /** -1: no column means this. */
  protected columnOf(kind: string): number {
    return this.subjects.mapping.columns.findIndex(({ means }) => means.kind === kind);
  }

  /** Counts the row; false where it is empty, passed over or not as wide as the header. */
  protected takes(row: readonly string[], line: number): boolean {
    if (isEmpty(row)) return false;
    this.rowsRead += 1;
    // before anything else: a total below the table is often not as wide as the table
    if (this.footers?.has(row)) {
      this.rowsSkipped += 1;
      return false;
    }
    if (row.length !== this.subjects.mapping.columns.length) {
      this.wrongLength(row, line);
      return false;
    }
    for (const { column, skip } of this.filters) {
      if (skip.has((row[column] ?? '').trim())) {
        this.rowsSkipped += 1;
        return false;
      }
    }
    return true;
  }

  protected vendor(row: readonly string[], line: number): number {
    if (this.vendorColumn === -1) return this.vendors.of(this.subjects.vendorCode, line);
    const code = (row[this.vendorColumn] ?? '').trim();
    if (code === '' || code.length > LONGEST_NAME) {
      this.add(
        line,
        this.vendorColumn,
        row,
        code === '' ? 'no-vendor' : 'too-long',
        code === '' ? 'No vendor code stands here.' : `A vendor code has at most ${LONGEST_NAME} characters.`,
      );
      return 0;
    }
    this.refuseSpreadsheetText(code, line, this.vendorColumn, row);
    const ordinal = this.vendors.of(code, line);
    if (this.vendorNameColumn !== -1 && !this.vendorNames.has(ordinal))
      this.vendorNames.set(ordinal, (row[this.vendorNameColumn] ?? '').trim().slice(0, 120));
    return ordinal;
  }

  protected segment(row: readonly string[], line: number): number {
    if (this.segmentColumns.length === 0) return this.segments.of('', line);
    let key = '';
    for (const { at, column } of this.segmentColumns) {
      const value = (row[column] ?? '').trim();
      if (value.length > LONGEST_NAME)
        this.add(line, column, row, 'too-long', `A segment name has at most ${LONGEST_NAME} characters.`);
      this.refuseSpreadsheetText(value, line, column, row);
      key += `${at}${value.slice(0, LONGEST_NAME)}${SEPARATOR}`;
    }
    return this.segments.of(key, line);
  }

  /** What a spreadsheet could not calculate is no name. */
  protected refuseSpreadsheetText(value: string, line: number, column: number, row: readonly string[]): void {
    const first = value.charCodeAt(0);
    if (first !== EQUALS && first !== HASH) return;
    const problem = spreadsheetProblem(value);
    if (problem) this.add(line, column, row, problem.code, problem.detail);
  }

  protected add(line: number, column: number, row: readonly string[], code: string, detail: string): void {
    const spreadsheet = spreadsheetProblem(row[column] ?? '');
    if (spreadsheet) [code, detail] = [spreadsheet.code, spreadsheet.detail];
    this.problems.add({
      line,
      column: column + 1,
      columnName: this.subjects.mapping.columns[column]?.header ?? null,
      value: row[column] ?? null,
      code,
      detail,
    });
  }

  private wrongLength(row: readonly string[], line: number): void {
    const detail = `The row has ${row.length} columns, the header ${this.subjects.mapping.columns.length}.`;
    this.problems.add({
      line,
      column: null,
      columnName: null,
      value: row.join(' | '),
      code: 'column-count',
      detail,
    });
  }
}

function isEmpty(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
