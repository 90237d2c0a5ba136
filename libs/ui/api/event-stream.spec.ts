import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { EVENT_SOURCE, type EventStream, eventStream } from './event-stream';

/** Stands where the browser's EventSource would; the spec speaks for the server. */
class FakeSource {
  static readonly opened: FakeSource[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    FakeSource.opened.push(this);
  }

  close(): void {
    this.readyState = 2;
  }

  refuse(): void {
    this.readyState = 2;
    this.onerror?.();
  }
}

describe('eventStream', () => {
  const url = signal<string | null>('/events?topics=kpi-file:1');
  let stream: EventStream<{ rows: number }>;

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { EventSource: { CLOSED: 2 } });
    FakeSource.opened.length = 0;
    url.set('/events?topics=kpi-file:1');
    TestBed.configureTestingModule({
      providers: [{ provide: EVENT_SOURCE, useValue: (address: string) => new FakeSource(address) }],
    });
    stream = TestBed.runInInjectionContext(() => eventStream(url, z.object({ rows: z.number() })));
    TestBed.tick();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const source = (index: number) => FakeSource.opened[index] as FakeSource;

  it('tells the latest event, and passes over what does not parse', () => {
    source(0).onopen?.();
    expect(stream.connection()).toBe('live');
    source(0).onmessage?.({ data: '{"rows": 5}' });
    source(0).onmessage?.({ data: '{"rows": "many"}' });
    source(0).onmessage?.({ data: 'not json' });
    expect(stream.value()).toEqual({ rows: 5 });
  });

  it('opens a refused connection again, each time later', () => {
    source(0).refuse();
    expect(stream.connection()).toBe('waiting');
    jest.advanceTimersByTime(999);
    expect(FakeSource.opened).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(FakeSource.opened).toHaveLength(2);
    source(1).refuse();
    jest.advanceTimersByTime(1_999);
    expect(FakeSource.opened).toHaveLength(2);
    jest.advanceTimersByTime(1);
    expect(FakeSource.opened).toHaveLength(3);
  });

  it('closes when there is nothing to listen to, and with the page', () => {
    url.set(null);
    TestBed.tick();
    expect(source(0).readyState).toBe(2);
    expect(stream.connection()).toBe('closed');
    url.set('/events?topics=kpi-file:2');
    TestBed.tick();
    expect(source(1).url).toBe('/events?topics=kpi-file:2');
    TestBed.resetTestingModule();
    expect(source(1).readyState).toBe(2);
  });
});
