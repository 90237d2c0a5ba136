import { type CursorPage } from '@plumbline/ui';

/** Every item of a list that is known to be short (measures, metrics, vendors to choose from), page by page. */
export async function allPages<T>(
  load: (cursor: string | undefined) => Promise<CursorPage<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
