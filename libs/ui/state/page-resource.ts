import { type Signal, computed, resource } from '@angular/core';
import { ApiProblem } from '../api/api-problem';
import { type PageState } from './page-state';

export interface PageResource<T> {
  readonly state: Signal<PageState<T>>;
  /** What was read last; also while it is read again. */
  readonly value: Signal<T | undefined>;
  reload(): void;
  /** Puts in what a change answered, without reading again. */
  set(value: T): void;
}

export interface PageResourceOptions<T, P> {
  /** Signals that the load depends on; undefined means there is nothing to load yet (idle). */
  readonly params: () => P | undefined;
  readonly load: (params: P, signal: AbortSignal) => Promise<T>;
  readonly isEmpty?: (value: T) => boolean;
}

/**
 * What a page reads, as a page state: read again whenever its parameters change, an overtaken call is cancelled, and a
 * reload keeps showing what was there.
 */
export function pageResource<T, P = true>(options: PageResourceOptions<T, P>): PageResource<T> {
  const read = resource<T, P | undefined>({
    params: options.params,
    loader: ({ params, abortSignal }) => options.load(params as P, abortSignal),
  });
  const value = computed(() => (read.hasValue() ? (read.value() as T) : undefined));
  const state = computed((): PageState<T> => {
    switch (read.status()) {
      case 'idle':
        return { is: 'idle' };
      case 'error':
        return { is: 'failed', problem: ApiProblem.from(read.error()) };
      case 'loading':
        return { is: 'loading' };
      case 'reloading': {
        const previous = value();
        return previous === undefined ? { is: 'loading' } : { is: 'loading', previous };
      }
      default: {
        const now = read.value() as T;
        return options.isEmpty?.(now) ? { is: 'empty', value: now } : { is: 'ready', value: now };
      }
    }
  });
  return { state, value, reload: () => void read.reload(), set: (next) => read.set(next) };
}
