import type { JudgedWindow } from '@plumbline/slas/schema';

/** The window of a result or breach as it is read; a month's dates follow from the month. */
export interface WindowRow {
  readonly window_code: string;
  readonly window_first: string;
  readonly window_last: string;
}

/** SQL for a window's columns: `of` is the result or breach, `sla` its SLA (of which a reporting duty has none). */
export const windowSelect = (of: string, sla: string): string =>
  `coalesce(${sla}."window", 'month') as window_code, coalesce(${of}.window_from, ${of}.month)::text as window_first,
   coalesce(${of}.window_to, (${of}.month + interval '1 month' - interval '1 day')::date)::text as window_last`;

export function toWindow(row: WindowRow): JudgedWindow {
  return { code: row.window_code, first: row.window_first, last: row.window_last };
}
