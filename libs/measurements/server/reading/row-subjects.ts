import {
  dimensionNames,
  type KpiMapping,
  type RowProblemCode,
  type RowProblemParameters,
} from '@plumbline/measurements/schema';
import { SkippedRows } from './footers';
import { Ordinals } from './ordinals';
import type { QuoteProblem } from './row-batch';
import { type RowProblem, rowProblem, RowProblems } from './row-problems';
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
/** Of a problem that is about no cell in particular. */
const WHOLE_ROW = { column: null, columnName: null, value: null } as const;
const SEPARATOR = '\u0001';
const EQUALS = 0x3d;
const HASH = 0x23;

/** What a row is about, whatever it goes on to say: whether it is taken at all, its vendor, its segment. */
export class RowSubjects {
  readonly problems = new RowProblems();
  readonly vendors = new Ordinals(MOST_VENDORS, 'too-many-vendors');
  readonly segments = new Ordinals(MOST_SEGMENTS, 'too-many-segments');
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
  malformed(line: number, what: QuoteProblem): void {
    this.rowsRead += 1;
    this.problems.add(rowProblem({ line, ...WHOLE_ROW }, 'quotes', { what }));
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

  /** A row that was read already is of a vendor that the file may not speak of. */
  notYourVendor(line: number, vendor: number): RowProblem {
    const at = this.vendorColumn;
    const place = {
      ...{ line, column: at === -1 ? null : at + 1 },
      columnName: this.subjects.mapping.columns[at]?.header ?? null,
      value: this.vendors.texts[vendor] ?? null,
    };
    return rowProblem(place, 'not-your-vendor', {});
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
      if (code === '') this.add(line, this.vendorColumn, row, 'no-vendor', {});
      else this.add(line, this.vendorColumn, row, 'too-long', { what: 'vendor', most: LONGEST_NAME });
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
        this.add(line, column, row, 'too-long', { what: 'segment', most: LONGEST_NAME });
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
    if (problem) this.problems.add({ ...this.placeOf(line, column, row), ...problem });
  }

  protected add<Code extends RowProblemCode>(
    line: number,
    column: number,
    row: readonly string[],
    code: Code,
    parameters: RowProblemParameters[Code],
  ): void {
    const place = this.placeOf(line, column, row);
    const spreadsheet = spreadsheetProblem(row[column] ?? '');
    this.problems.add(spreadsheet ? { ...place, ...spreadsheet } : rowProblem(place, code, parameters));
  }

  private placeOf(line: number, column: number, row: readonly string[]) {
    const columnName = this.subjects.mapping.columns[column]?.header ?? null;
    return { line, column: column + 1, columnName, value: row[column] ?? null };
  }

  private wrongLength(row: readonly string[], line: number): void {
    const place = { line, ...WHOLE_ROW, value: row.join(' | ') };
    const header = this.subjects.mapping.columns.length;
    this.problems.add(rowProblem(place, 'column-count', { columns: row.length, header }));
  }
}

function isEmpty(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
