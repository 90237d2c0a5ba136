import { ConflictError } from '../errors';

/** The version of a row as an entity tag. The tenant and the row are in the URL, so the version alone is enough. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that a changing call names in If-Match. Absent: 428. Unreadable: 412, as no row can match it. */
export function versionFromIfMatch(header: string | undefined): number {
  if (header === undefined) {
    throw new ConflictError(
      'if-match-required',
      'Say in If-Match which version you last read (its ETag).',
      428,
    );
  }
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new ConflictError('stale', 'If-Match names no version of this.', 412);
  return Number(match[1]);
}

/** Fails with 412 when somebody changed the row after the caller read it. */
export function demandVersion(actual: number, expected: number): void {
  if (actual !== expected) {
    throw new ConflictError(
      'stale',
      `This was changed meanwhile: it is at version ${actual}, you had read ${expected}.`,
      412,
    );
  }
}
