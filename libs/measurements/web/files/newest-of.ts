import { type Signal, linkedSignal } from '@angular/core';

/** What a stream has told of each thing, the last word by id. */
export function newestOf<T extends { readonly id: string }>(
  told: Signal<T | undefined>,
): Signal<ReadonlyMap<string, T>> {
  return linkedSignal<T | undefined, ReadonlyMap<string, T>>({
    source: told,
    computation: (thing, previous) =>
      thing ? new Map(previous?.value).set(thing.id, thing) : (previous?.value ?? new Map()),
  });
}
