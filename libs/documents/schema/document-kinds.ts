/** The kinds of document that are taken, by what their names end with. */
export const documentKinds = {
  pdf: { mediaType: 'application/pdf' },
  png: { mediaType: 'image/png' },
  jpg: { mediaType: 'image/jpeg' },
  jpeg: { mediaType: 'image/jpeg' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { mediaType: 'text/csv' },
  txt: { mediaType: 'text/plain' },
} as const;

export type DocumentEnding = keyof typeof documentKinds;

/** 25 MiB. */
export const largestDocument = 25 * 1024 * 1024;

/** The kind that a name speaks of, or null. */
export function documentEnding(name: string): DocumentEnding | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(documentKinds, ending) ? (ending as DocumentEnding) : null;
}

/** For the file picker: `.pdf,.png,…`. */
export const documentAccept = Object.keys(documentKinds)
  .map((ending) => `.${ending}`)
  .join(',');
