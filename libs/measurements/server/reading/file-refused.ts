/**
 * The file as a whole cannot be read as what it should be. `code` is stable; `detail` tells the partner what to do; `line`
 * is the physical line where reading ended, where there is one.
 */
export class FileRefused extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly line: number | null = null,
  ) {
    super(line === null ? detail : `${detail} (line ${line})`);
    this.name = 'FileRefused';
  }
}
