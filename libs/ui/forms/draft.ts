import { type WritableSignal, effect } from '@angular/core';

export interface Draft {
  /** True when something unsent was found and put back. */
  readonly restored: boolean;
  /** After a successful send. */
  discard(): void;
}

/**
 * Keeps what is typed in a form while the tab lives, also over leaving the page: `keepDraft(model, 'contract-new')`.
 * Not for passwords. The key should name tenant and thing.
 */
export function keepDraft<T extends object>(model: WritableSignal<T>, key: string): Draft {
  const name = `draft:${key}`;
  const kept = sessionStorage.getItem(name);
  const start = JSON.stringify(model());
  if (kept !== null) model.update((now) => ({ ...now, ...(JSON.parse(kept) as Partial<T>) }));
  let discarded = false;
  effect(() => {
    const text = JSON.stringify(model());
    if (discarded || text === start) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  });
  return {
    restored: kept !== null,
    discard: () => {
      discarded = true;
      sessionStorage.removeItem(name);
    },
  };
}
