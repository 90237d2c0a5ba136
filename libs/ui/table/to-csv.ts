import { type Column } from './column';

/**
 * What is seen as CSV (RFC 4180, UTF-8 with byte order mark so that spreadsheets read it right). A cell that a spreadsheet
 * would take for a formula is led by an apostrophe; plain negative numbers are left as they are (OWASP ASVS 1.2.10).
 */
export function toCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map((column) => cell(column.header)),
    ...rows.map((row) => columns.map((column) => cell((column.exported ?? column.text)(row)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
