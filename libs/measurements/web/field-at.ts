import { type ReadonlyFieldTree } from '@angular/forms/signals';

/** The field of a signal form that a path leads to; the form itself where the path leads nowhere. */
export function fieldAt<T>(
  form: ReadonlyFieldTree<T>,
  path: readonly (string | number)[],
): ReadonlyFieldTree<unknown> {
  let at: unknown = form;
  for (const name of path) at = (at as Record<string | number, unknown> | undefined)?.[name];
  return (at ?? form) as ReadonlyFieldTree<unknown>;
}
