import type { FindingParameters } from '@plumbline/measurements/schema';

const ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/i;
const FORMULA = /^=\S/;

/** A cell that a spreadsheet left unfinished, also when it was saved as CSV: better said so than "this is no number". */
export function spreadsheetProblem(
  text: string,
): { readonly code: 'formula' | 'cell-error'; readonly parameters: FindingParameters } | null {
  const trimmed = text.trim();
  if (FORMULA.test(trimmed)) return { code: 'formula', parameters: {} };
  if (ERROR.test(trimmed)) return { code: 'cell-error', parameters: { error: trimmed } };
  return null;
}
