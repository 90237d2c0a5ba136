/** Security: what one packed file may cost (ASVS 5.2.3, 5.2.4). All counts are of real bytes, never of what headers say. */
export const limits = {
  /** A workbook, as received. */
  workbookBytes: 20 * 1024 * 1024,
  /** All parts of a workbook that are read, inflated. */
  inflatedWorkbookBytes: 50 * 1024 * 1024,
  /** A ZIP that holds a table, as received: it is read from its end, so it is held in memory. */
  zipBytes: 64 * 1024 * 1024,
  zipEntries: 2_000,
  /** The text in a ZIP or gzip, inflated. */
  inflatedTextBytes: 1024 ** 3,
  /** Beyond the first megabytes, text shrinks to a 250th at most; what shrinks further is made to fill the memory. */
  ratio: 250,
  ratioFrom: 4 * 1024 * 1024,
  columns: 256,
  sheets: 50,
  /** One row, like a record of a CSV file. */
  rowCharacters: 1024 * 1024,
  /** All rows of a sheet: shared texts make more of them than was inflated. */
  sheetCharacters: 256 * 1024 * 1024,
  /** Elements within each other; a workbook needs about ten. */
  depth: 100,
} as const;

/** Megabytes of heap that the unpacking program may have. */
export const HEAP_MB = 192;

/** How long the product waits for it, all in all. */
export const PATIENCE_MS = 25_000;
