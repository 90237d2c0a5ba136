/** A window by its local dates, both of which belong to it. */
export interface LocalWindow {
  /** `2026-10-12`. */
  readonly first: string;
  readonly last: string;
}
