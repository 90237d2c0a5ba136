import { Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Observable } from 'rxjs';
import { log } from './log';
import { REDIS_PREFIX, RedisConnections } from './redis';

/** States of a connection that is being made for the first time. */
const GETTING_THERE: ReadonlySet<string> = new Set(['wait', 'connecting', 'connect']);
const CHANNEL = `${REDIS_PREFIX}:live:`;

/**
 * Hints that a row has changed, from any process to the pages that show it. A hint carries no data: the receiver reads
 * the row again under its reader's own rights. Lost hints are made good by the reader looking now and then.
 */
@Injectable()
export class LiveEvents {
  private publisher: Redis | undefined;
  private subscriber: Redis | undefined;
  private readonly listeners = new Map<string, Set<() => void>>();

  constructor(private readonly connections: RedisConnections) {}

  /** `topic` is `<thing>:<id>`, e.g. `kpi-file:0197…`. */
  async publish(tenantId: string, topic: string): Promise<void> {
    this.publisher ??= this.connections.connect('live-publisher');
    const { status } = this.publisher;
    if (!GETTING_THERE.has(status) && status !== 'ready') return;
    const given = this.publisher
      .publish(`${CHANNEL}${tenantId}:${topic}`, '')
      .catch((error: Error) => log.warn({ error: error.message }, 'live hint lost'));
    // the first hint of a process waits for its connection, and nobody for the hint: Redis may be away
    if (status === 'ready') await given;
  }

  /** Emits at each hint for the topic until unsubscribed. */
  hints(tenantId: string, topic: string): Observable<void> {
    return new Observable<void>((observer) => {
      const channel = `${CHANNEL}${tenantId}:${topic}`;
      const listener = () => observer.next();
      this.listen(channel, listener);
      return () => this.unlisten(channel, listener);
    });
  }

  private listen(channel: string, listener: () => void): void {
    if (!this.subscriber) {
      this.subscriber = this.connections.connect('live-subscriber');
      this.subscriber.on('message', (name: string) => this.listeners.get(name)?.forEach((call) => call()));
    }
    const known = this.listeners.get(channel);
    if (known) {
      known.add(listener);
      return;
    }
    this.listeners.set(channel, new Set([listener]));
    void this.subscriber.subscribe(channel);
  }

  private unlisten(channel: string, listener: () => void): void {
    const known = this.listeners.get(channel);
    known?.delete(listener);
    if (known?.size === 0) {
      this.listeners.delete(channel);
      void this.subscriber?.unsubscribe(channel);
    }
  }
}
