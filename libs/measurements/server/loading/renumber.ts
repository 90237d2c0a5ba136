import type { RoleConnection } from '@plumbline/platform/database';
import type { StagedFile } from './staged-file';

/** Gives rows with an ordinal the one that means the same, by `same`; false where there is nothing to do. */
export async function renumber(
  connection: RoleConnection,
  table: string,
  column: 'vendor' | 'segment',
  same: ReadonlyMap<number, number>,
): Promise<boolean> {
  if (same.size === 0) return false;
  await connection.query(
    `update ${table} set ${column} = same.canonical from unnest($1::integer[], $2::integer[]) as same (ordinal, canonical)
     where ${table}.${column} = same.ordinal`,
    [[...same.keys()], [...same.values()]],
  );
  return true;
}

/** Ordinals of segments that say the same as an earlier one, and which: two names of a file may mean one segment. */
export function sameSegments(segments: StagedFile['segments']): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const same = new Map<number, number>();
  for (const [ordinal, segment] of segments.entries()) {
    const key = JSON.stringify(segment);
    const canonical = first.get(key);
    if (canonical === undefined) first.set(key, ordinal);
    else same.set(ordinal, canonical);
  }
  return same;
}
