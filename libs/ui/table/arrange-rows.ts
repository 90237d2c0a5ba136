import { type Column, type SortOrder } from './column';

/** The rows whose shown text contains every word of the filter, in the order asked for; equal rows keep their order. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filter: string,
  sort: SortOrder | null,
  locale: string,
): readonly Row[] {
  const wanted = filter
    .toLocaleLowerCase(locale)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found =
    wanted.length === 0
      ? rows
      : rows.filter((row) => {
          const text = columns
            .map((column) => column.text(row))
            .join(' ')
            .toLocaleLowerCase(locale);
          return wanted.every((word) => text.includes(word));
        });
  const column = sort && columns.find((each) => each.key === sort.key);
  if (!sort || !column || column.sortBy === false) return found;
  const sortBy = column.sortBy ?? column.text;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const direction = sort.descending ? -1 : 1;
  return found.toSorted((a, b) => compare(sortBy(a), sortBy(b), direction, collator));
}

function compare(
  a: string | number | null,
  b: string | number | null,
  direction: number,
  collator: Intl.Collator,
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
  return collator.compare(String(a), String(b)) * direction;
}
