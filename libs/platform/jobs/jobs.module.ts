import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { LiveEvents } from './live-events';
import { log } from './log';
import { onEnqueued } from './outbox';
import { Queues } from './queues';
import { RedisConnections } from './redis';
import { RELAY_HINTS } from './job-runner';

/** Redis for both processes: queues, live hints, and waking the relay after a commit. */
@Global()
@Module({
  providers: [RedisConnections, LiveEvents, Queues],
  exports: [RedisConnections, LiveEvents, Queues],
})
export class JobsModule implements OnModuleInit {
  constructor(private readonly connections: RedisConnections) {}

  onModuleInit(): void {
    const redis = this.connections.connect('relay-waker');
    onEnqueued(async () => {
      // the relay looks by itself twice a second: a lost hint costs half a second
      if (redis.status !== 'ready') return;
      await redis
        .publish(RELAY_HINTS, '')
        .catch((error: Error) => log.warn({ error: error.message }, 'relay hint lost'));
    });
  }
}
