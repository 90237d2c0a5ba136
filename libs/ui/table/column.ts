/** One column of a data table. What `text` says is shown (unless a `plCell` template shows more), filtered and exported. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly text: (row: Row) => string;
  /** What it sorts by; the text unless said. Null sorts last, whichever way. `false`: not sortable. */
  readonly sortBy?: ((row: Row) => string | number | null) | false;
  /** Right-aligned, tabular digits. */
  readonly numeric?: boolean;
  /** Router link around the text; null where this row leads nowhere. */
  readonly link?: (row: Row) => readonly string[] | null;
  /** What goes into the CSV instead of the text, e.g. the unrounded value. */
  readonly exported?: (row: Row) => string;
  /** Off until the reader chooses it. */
  readonly hidden?: boolean;
}

export interface SortOrder {
  readonly key: string;
  readonly descending: boolean;
}
