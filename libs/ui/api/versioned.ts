/** A thing as it was read, with the version that a change must name (`If-Match`). */
export interface Versioned<T> {
  readonly value: T;
  /** The ETag as sent, quotes included. */
  readonly version: string;
}
