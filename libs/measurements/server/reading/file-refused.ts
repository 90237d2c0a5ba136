import type { FindingParameters, RefusalCode, RefusalParameters } from '@plumbline/measurements/schema';

/**
 * The file as a whole cannot be read as what it should be, as code and parameters; whoever says so puts it in words. `line`
 * is the physical line (of a workbook: the row of the sheet) where reading ended, where there is one.
 */
export class FileRefused extends Error {
  // written out: the unpacking program runs from source in specs, where Node only strips types
  readonly code: RefusalCode;
  readonly parameters: FindingParameters;
  readonly line: number | null;

  constructor(code: RefusalCode, parameters: FindingParameters, line: number | null) {
    super(line === null ? code : `${code} (line ${line})`);
    this.name = 'FileRefused';
    this.code = code;
    this.parameters = line === null ? parameters : { ...parameters, line };
    this.line = line;
  }
}

/** A refusal with what its sentence needs. */
export function refused<Code extends RefusalCode>(
  code: Code,
  parameters: RefusalParameters[Code],
  line: number | null = null,
): FileRefused {
  return new FileRefused(code, { ...parameters }, line);
}
