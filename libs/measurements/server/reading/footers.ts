import { filled } from './header-line';

const TOTAL =
  /^(?:grand |overall |sub-?)?(?:totals?|total general|sums?|suma|averages?|promedio|overall|gesamt|summe)\s*:?$/i;
const NOTE =
  /^(notes?|nota|source|fuente|generated|generado|printed|exported|report (?:run|created|end)|end of report|confidential|\*+)/i;

/**
 * How rows begin that are no rows of the table: totals, and notes of one or two cells, as `skipRows` of a mapping says
 * it. Only what is certain is suggested: "Total Care" may be a queue.
 */
export function footersOf(rows: readonly (readonly string[])[]): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const first = firstOf(row);
    if (TOTAL.test(first)) found.add(first);
    const note = filled(row) <= 2 ? NOTE.exec(first)?.[1] : undefined;
    if (note !== undefined && !note.startsWith('*')) found.add(`${note}*`);
    if (found.size === 10) break;
  }
  return [...found];
}

/** The first cell that holds something. */
export function firstOf(row: readonly string[]): string {
  for (const cell of row) {
    const text = cell.trim();
    if (text !== '') return text;
  }
  return '';
}

/** Whether a row begins with one of these texts; `*` at the end of one stands for anything. */
export class SkippedRows {
  private readonly exact: ReadonlySet<string>;
  private readonly beginnings: readonly string[];

  constructor(said: readonly string[]) {
    const texts = said.map((text) => text.trim().toLowerCase());
    this.exact = new Set(texts.filter((text) => !text.endsWith('*')));
    this.beginnings = texts.filter((text) => text.endsWith('*')).map((text) => text.slice(0, -1));
  }

  has(row: readonly string[]): boolean {
    const first = firstOf(row).toLowerCase();
    return this.exact.has(first) || this.beginnings.some((beginning) => first.startsWith(beginning));
  }
}
