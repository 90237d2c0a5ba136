import { DestroyRef, InjectionToken, type Signal, effect, inject, signal } from '@angular/core';
import type * as z from 'zod';
import { ApiProblem } from './api-problem';

/** Opens a browser's EventSource; specs put their own in its place. */
export const EVENT_SOURCE = new InjectionToken<(url: string) => EventSource>('EVENT_SOURCE', {
  providedIn: 'root',
  factory: () => (url) => new EventSource(url, { withCredentials: true }),
});

export interface EventStream<T> {
  /** The thing as it was last told; undefined before the first event. */
  readonly value: Signal<T | undefined>;
  /** `live` while events arrive, `waiting` while the connection is being made again. */
  readonly connection: Signal<'closed' | 'waiting' | 'live'>;
}

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

/**
 * The latest event of a server-sent stream as a signal, for as long as `url` is not null; a lost connection is made
 * again by the browser, a refused one after 1 s, 2 s, 4 s … at most 30 s. Events that do not parse are passed over:
 * the next one carries the whole thing anyway. Ends with the component that made it.
 */
export function eventStream<T>(url: () => string | null, schema: z.ZodType<T>): EventStream<T> {
  const open = inject(EVENT_SOURCE);
  const value = signal<T | undefined>(undefined);
  const connection = signal<'closed' | 'waiting' | 'live'>('closed');
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
    connection.set('closed');
  };

  const connect = (address: string) => {
    connection.set('waiting');
    const opened = open(address);
    source = opened;
    opened.onopen = () => {
      retryMs = firstRetryMs;
      connection.set('live');
    };
    opened.onmessage = (event: MessageEvent<string>) => {
      const parsed = schema.safeParse(readJson(event.data));
      if (parsed.success) value.set(parsed.data);
    };
    opened.onerror = () => {
      connection.set('waiting');
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => connect(address), retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    };
  };

  effect((onCleanup) => {
    const address = url();
    if (address === null) return;
    value.set(undefined);
    retryMs = firstRetryMs;
    connect(address);
    onCleanup(close);
  });
  inject(DestroyRef).onDestroy(close);

  return { value: value.asReadonly(), connection: connection.asReadonly() };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return ApiProblem.from(error);
  }
}
