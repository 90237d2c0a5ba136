import type { FileProblem, FileWarning } from '@plumbline/measurements/schema';

const HEADER = ['line', 'column', 'column name', 'value', 'code', 'what is wrong'];

/** The listed problems, then the places of what is doubtful, as CSV that a spreadsheet can open without running anything (ASVS 1.2.10). */
export function problemsCsv(problems: readonly FileProblem[], warnings: readonly FileWarning[] = []): string {
  const rows = problems.map(({ line, column, columnName, value, code, detail }) => [
    String(line),
    column === null ? '' : String(column),
    columnName ?? '',
    value ?? '',
    code,
    detail,
  ]);
  const doubts = warnings.flatMap(({ code, places }) =>
    places.map(({ line, date, detail }) => [
      line === null ? '' : String(line),
      '',
      '',
      date ?? '',
      code,
      detail,
    ]),
  );
  return [HEADER, ...rows, ...doubts].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; reading drops just that one. */
export function cell(text: string): string {
  const harmless = /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
