import { InvalidError } from '../errors';

/** An opaque position in a list: the sort values of the last row seen. */
export function cursorOf(...position: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

export function readCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (cursor === undefined) return null;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(position) &&
      position.length === length &&
      position.every((value) => value === null || ['string', 'number'].includes(typeof value))
    ) {
      return position as (string | number | null)[];
    }
  } catch {
    // fall through: unreadable is answered like any other wrong cursor
  }
  throw InvalidError.field('query.cursor', 'invalid-cursor', 'this cursor was not given out by this list');
}

/** Cuts `rows` (fetched with limit + 1) to a page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  position: (row: Row) => readonly (string | number | null)[],
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last ? cursorOf(...position(last)) : null,
  };
}
