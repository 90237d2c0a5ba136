export interface RowWindow {
  readonly from: number;
  readonly to: number;
  /** Pixels that the rows above and below would take. */
  readonly before: number;
  readonly after: number;
}

/** The rows to draw of a long table: those in sight and some around them, so that a flick of the wheel shows no gap. */
export function rowWindow(
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
  around = 12,
): RowWindow {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const from = Math.min(Math.max(0, first - around), count);
  const to = Math.min(count, first + Math.ceil(viewHeight / rowHeight) + around);
  return {
    from,
    to: Math.max(from, to),
    before: from * rowHeight,
    after: Math.max(0, count - Math.max(from, to)) * rowHeight,
  };
}
