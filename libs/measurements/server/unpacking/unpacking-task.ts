import type { FindingParameters, RefusalCode } from '@plumbline/measurements/schema';

/** What the unpacking program is asked to do with the file on its input. */
export interface UnpackingTask {
  /** `look`: say what is in it, as one `Opened`. `rows`: of the sheet, one JSON array a line. `text`: the bytes. */
  readonly do: 'look' | 'rows' | 'text';
  readonly sheet?: string | undefined;
  /** What the file's name says it is; a look says where it is not so. */
  readonly called?: 'xlsx' | 'zip';
  readonly name?: string;
  /** How numbers of a sheet are to be written. */
  readonly decimal?: '.' | ',';
}

export interface OpenedSheet {
  readonly name: string;
  /** Line and cells of the first rows that hold something. */
  readonly first: readonly (readonly [line: number, ...cells: string[]])[];
  /** The last rows, where they are not among the first. */
  readonly last: readonly (readonly string[])[];
}

/** `member`: the entry of a ZIP that it is; null where the file is a workbook itself. */
export type Opened =
  | { readonly kind: 'workbook'; readonly member: string | null; readonly sheets: readonly OpenedSheet[] }
  | { readonly kind: 'text'; readonly member: string; readonly head: string; readonly whole: boolean };

export type UnpackingEnd =
  | { readonly end: 'whole' }
  | {
      readonly end: 'refused';
      readonly code: RefusalCode;
      readonly parameters: FindingParameters;
      readonly line: number | null;
    };
