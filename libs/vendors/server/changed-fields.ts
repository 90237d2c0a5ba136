import { isDeepStrictEqual } from 'node:util';

/** What a change really changes, as the activity log keeps it: field → from and to. */
export function changedFields<Thing extends object>(
  thing: Thing,
  change: { readonly [Field in keyof Thing]?: Thing[Field] | undefined },
): Record<string, { readonly from: unknown; readonly to: unknown }> {
  const fields = Object.keys(change) as (keyof Thing & string)[];
  return Object.fromEntries(
    fields
      .filter((field) => change[field] !== undefined && !isDeepStrictEqual(thing[field], change[field]))
      .map((field) => [field, { from: thing[field], to: change[field] }]),
  );
}
