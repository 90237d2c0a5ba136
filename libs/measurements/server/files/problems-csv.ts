import { csvLine, type Language } from '@plumbline/api/schema';
import {
  doubtPlaceTexts,
  type FileProblem,
  type FileWarning,
  type InEveryLanguage,
  plainly,
  rowProblemTexts,
  say,
} from '@plumbline/measurements/schema';

const headers: InEveryLanguage<readonly string[]> = {
  en: ['line', 'column', 'column name', 'value', 'code', 'what is wrong'],
  es: ['línea', 'columna', 'nombre de la columna', 'valor', 'código', 'qué está mal'],
};

/** The listed problems, then the places of what is doubtful, as CSV that a spreadsheet can open without running anything (ASVS 1.2.10). */
export function problemsCsv(
  problems: readonly FileProblem[],
  warnings: readonly FileWarning[] = [],
  language: Language = 'en',
): string {
  const rows = problems.map((problem) => [
    String(problem.line),
    problem.column === null ? '' : String(problem.column),
    problem.columnName ?? '',
    problem.value ?? '',
    problem.code,
    say(rowProblemTexts, problem, language, plainly) ?? problem.detail,
  ]);
  const doubts = warnings.flatMap(({ code, places }) =>
    places.map(({ line, date, detail, parameters }) => [
      line === null ? '' : String(line),
      '',
      '',
      date ?? '',
      code,
      say(doubtPlaceTexts, { code, parameters }, language, plainly) ?? detail,
    ]),
  );
  return [headers[language], ...rows, ...doubts].map(csvLine).join('');
}
