export type CsvCell = string | number | null;

/** What a spreadsheet takes for the beginning of a formula; an apostrophe too, so that what was written can be read back. */
const suspicious = /^[=+\-@\t\r']/;
/** A negative number, with or without a percent sign, runs nothing. */
const plainNumber = /^-?\d+(?:\.\d+)?%?$/;

/**
 * One cell of CSV (RFC 4180). A text that a spreadsheet would take for a formula is led by an apostrophe; plain negative
 * numbers are left as they are (OWASP ASVS 1.2.10). `readCsvCell` gives back what was written.
 *
 * @example csvCell('=1+1') // "'=1+1"
 */
export function csvCell(value: CsvCell): string {
  const text = `${value ?? ''}`;
  const safe = suspicious.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A whole file, with the byte order mark by which spreadsheets know UTF-8. */
export function csvText(lines: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${lines.map(csvLine).join('')}`;
}

/** A cell as it was before `csvCell` led it by an apostrophe, once a reader of CSV took its quotes off. */
export function readCsvCell(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r'])/, '');
}
