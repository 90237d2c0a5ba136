/**
 * The file as a whole cannot be read as what it should be. `code` is stable; `detail` tells the partner what to do; `line`
 * is the physical line (of a workbook: the row of the sheet) where reading ended, where there is one.
 */
export class FileRefused extends Error {
  // written out: the unpacking program runs from source in specs, where Node only strips types
  readonly code: string;
  readonly detail: string;
  readonly line: number | null;

  constructor(code: string, detail: string, line: number | null = null) {
    super(line === null ? detail : `${detail} (line ${line})`);
    this.name = 'FileRefused';
    this.code = code;
    this.detail = detail;
    this.line = line;
  }
}
