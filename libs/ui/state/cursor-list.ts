import { type Signal, computed, linkedSignal, signal } from '@angular/core';
import { ApiProblem } from '../api/api-problem';
import { pageResource } from './page-resource';
import { type PageState } from './page-state';

export interface CursorPage<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface CursorList<T> {
  readonly state: Signal<PageState<readonly T[]>>;
  readonly items: Signal<readonly T[]>;
  readonly hasMore: Signal<boolean>;
  readonly loadingMore: Signal<boolean>;
  /** Why the next page did not come; what is there stays. */
  readonly moreProblem: Signal<ApiProblem | null>;
  loadMore(): Promise<void>;
  reload(): void;
}

export interface CursorListOptions<T, P> {
  readonly params: () => P | undefined;
  readonly load: (params: P, cursor: string | undefined, signal?: AbortSignal) => Promise<CursorPage<T>>;
}

/** A list that comes in pages by cursor; a change of parameters starts it over. */
export function cursorList<T, P = true>(options: CursorListOptions<T, P>): CursorList<T> {
  const first = pageResource<CursorPage<T>, P>({
    params: options.params,
    load: (params, abort) => options.load(params, undefined, abort),
    isEmpty: (page) => page.items.length === 0,
  });
  const later = linkedSignal<CursorPage<T> | undefined, CursorPage<T>>({
    source: first.value,
    computation: (page) => ({ items: [], nextCursor: page?.nextCursor ?? null }),
  });
  const loadingMore = signal(false);
  const moreProblem = signal<ApiProblem | null>(null);
  const items = computed(() => [...(first.value()?.items ?? []), ...later().items]);

  const state = computed((): PageState<readonly T[]> => {
    const now = first.state();
    if (now.is === 'ready' || now.is === 'empty') return { is: now.is, value: items() };
    if (now.is === 'loading') return now.previous ? { is: 'loading', previous: items() } : { is: 'loading' };
    return now;
  });

  async function loadMore(): Promise<void> {
    const params = options.params();
    const from = later();
    if (params === undefined || from.nextCursor === null || loadingMore()) return;
    const startedOn = first.value();
    loadingMore.set(true);
    moreProblem.set(null);
    try {
      const page = await options.load(params, from.nextCursor);
      // Parameters changed meanwhile: this page belongs to another list.
      if (first.value() === startedOn)
        later.set({ items: [...from.items, ...page.items], nextCursor: page.nextCursor });
    } catch (error) {
      moreProblem.set(ApiProblem.from(error));
    } finally {
      loadingMore.set(false);
    }
  }

  return {
    state,
    items,
    hasMore: computed(() => later().nextCursor !== null),
    loadingMore: loadingMore.asReadonly(),
    moreProblem: moreProblem.asReadonly(),
    loadMore,
    reload: first.reload,
  };
}
