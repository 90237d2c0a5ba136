const ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/i;
const FORMULA = /^=\S/;

/** A cell that a spreadsheet left unfinished, also when it was saved as CSV: better said so than "this is no number". */
export function spreadsheetProblem(text: string): { readonly code: string; readonly detail: string } | null {
  const trimmed = text.trim();
  if (FORMULA.test(trimmed))
    return {
      code: 'formula',
      detail: 'A formula stands here without its result: open the file, let it calculate, and save it.',
    };
  if (ERROR.test(trimmed))
    return {
      code: 'cell-error',
      detail: `The spreadsheet says ${trimmed} here: it could not calculate this cell.`,
    };
  return null;
}
