import type { FileProblem } from '@plumbline/measurements/schema';

const HEADER = ['line', 'column', 'column name', 'value', 'code', 'what is wrong'];

/** The listed problems as CSV that a spreadsheet can open without running anything (ASVS 1.2.10). */
export function problemsCsv(problems: readonly FileProblem[]): string {
  const rows = problems.map(({ line, column, columnName, value, code, detail }) => [
    String(line),
    column === null ? '' : String(column),
    columnName ?? '',
    value ?? '',
    code,
    detail,
  ]);
  return [HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; reading drops just that one. */
export function cell(text: string): string {
  const harmless = /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
