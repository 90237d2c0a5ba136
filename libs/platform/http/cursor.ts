import { InvalidError } from '../errors';

/** An opaque position in a list: the sort values of the last row seen. */
export function cursorOf(...position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** What a part of a position is, as the query compares it. */
interface CursorParts {
  readonly text: string;
  readonly uuid: string;
  /** RFC 3339. */
  readonly instant: string;
  readonly date: string;
  /** `2026-03`. */
  readonly month: string;
  /** Whole, from zero to what PostgreSQL's `integer` holds. */
  readonly number: number;
  /** A number that may outgrow it. */
  readonly sequence: number;
}

export type CursorPart = keyof CursorParts;

type Position<Parts extends readonly CursorPart[]> = { [At in keyof Parts]: CursorParts[Parts[At]] };

const MOST_NUMBER = 2_147_483_647;

/** Years before 1000 are no dates of ours, and year 0 is none of PostgreSQL's. */
const isReal: { readonly [part in CursorPart]: (value: unknown) => boolean } = {
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  uuid: matching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i),
  instant: (value) =>
    matching(/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/)(value) &&
    parses(() => Temporal.Instant.from(value as string)),
  date: (value) =>
    matching(/^[12]\d{3}-\d\d-\d\d$/)(value) && parses(() => Temporal.PlainDate.from(value as string)),
  month: matching(/^[12]\d{3}-(?:0[1-9]|1[0-2])$/),
  number: (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST_NUMBER,
  sequence: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
};

/**
 * The position a cursor stands for, each part of the kind that the list sorts by; null without a cursor. Whoever makes a
 * cursor up is told so (400): nothing of it reaches the query.
 *
 * @example readCursor(cursor, 'text', 'uuid') // ['Brightline Member Services', '019d3a10-…']
 */
export function readCursor<const Parts extends readonly CursorPart[]>(
  cursor: string | undefined,
  ...parts: Parts
): Position<Parts> | null {
  if (cursor === undefined) return null;
  const position = decoded(cursor);
  if (
    Array.isArray(position) &&
    position.length === parts.length &&
    parts.every((part, at) => isReal[part](position[at]))
  ) {
    return position as unknown as Position<Parts>;
  }
  throw InvalidError.field('query.cursor', 'invalid-cursor', 'this cursor was not given out by this list');
}

/** Cuts `rows` (fetched with limit + 1) to a page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  position: (row: Row) => readonly (string | number)[],
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last ? cursorOf(...position(last)) : null,
  };
}

/** Null: unreadable is answered like any other wrong cursor. */
function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function matching(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

function parses(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
