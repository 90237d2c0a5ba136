/** A half-open stretch of time `[start, end)`, RFC 3339, with the IANA zone its month or week was cut in. */
export interface Window {
  readonly start: string;
  readonly end: string;
  readonly zone: string;
}
