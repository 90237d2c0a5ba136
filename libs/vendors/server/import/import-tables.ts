/** A row below the header of a table that somebody handed in. */
export interface TableRow {
  /** The physical line; of a sheet, the row. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote that begins or ends nothing: the cells may not be what was meant. */
  readonly brokenQuotes: boolean;
}

export interface ImportTable {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/**
 * Reads a CSV file or workbook as KPI files are read: strict UTF-8, workbooks in a program of their own. Measurements give
 * it. A file that cannot be read is a `RuleBrokenError` with the code of the refusal.
 */
export abstract class ImportTableSource {
  abstract read(name: string, bytes: Buffer, most: number): Promise<ImportTable>;
}
