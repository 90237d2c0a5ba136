import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { log } from './log';

/** Keys of one installation hash to one slot, so that BullMQ runs on Redis Cluster as well. */
export const REDIS_PREFIX = process.env['PLUMBLINE_REDIS_PREFIX'] ?? '{plumbline}';

/**
 * Redis carries jobs, hints and rate limits, never the truth: it may vanish or be emptied at any moment, and
 * everything in it is found again in PostgreSQL (architecture, "How work flows").
 */
@Injectable()
export class RedisConnections implements OnApplicationShutdown {
  private readonly open: Redis[] = [];

  /** A connection of its own: workers block on theirs, subscribers can do nothing else. */
  connect(purpose: string): Redis {
    const url = process.env['REDIS_URL'];
    if (!url)
      throw new Error('REDIS_URL is not set: start the product with `npm start`, or see docs/operations.md');
    const redis = new Redis(url, {
      maxRetriesPerRequest: null,
      enableReadyCheck: true,
      connectionName: `plumbline-${purpose}`,
    });
    redis.on('error', (error: Error) => log.warn({ purpose, error: error.message }, 'redis connection'));
    this.open.push(redis);
    return redis;
  }

  async answers(redis: Redis): Promise<boolean> {
    return redis.status === 'ready';
  }

  onApplicationShutdown(): void {
    for (const redis of this.open) redis.disconnect();
  }
}
