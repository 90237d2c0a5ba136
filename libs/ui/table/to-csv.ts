import { csvText } from '@plumbline/api/schema';
import { type Column } from './column';

/** What is seen as CSV, no cell of it a formula. */
export function toCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  return csvText([
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map((column) => (column.exported ?? column.text)(row))),
  ]);
}
