import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type JobsOptions, Queue } from 'bullmq';
import { REDIS_PREFIX, RedisConnections } from './redis';
import { topics, type Topic } from './topics';

export interface JobPayload {
  readonly tenantId: string;
  readonly rowId: string;
}

const OPTIONS: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: { age: 60 },
  removeOnFail: { age: 86_400 },
};

/** The BullMQ queues, one a topic. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly queues = new Map<Topic, Queue<JobPayload>>();

  constructor(private readonly connections: RedisConnections) {}

  /** `jobId` makes repeats harmless while the first is still known to Redis. */
  async add(
    topic: Topic,
    jobs: readonly { readonly payload: JobPayload; readonly jobId: string }[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    await this.queue(topic).addBulk(
      jobs.map(({ payload, jobId }) => ({ name: topic, data: payload, opts: { ...OPTIONS, jobId } })),
    );
  }

  async depth(): Promise<Record<Topic, number>> {
    const counts = await Promise.all(
      topics.map(async (topic) => [topic, await this.queue(topic).getWaitingCount()] as const),
    );
    return Object.fromEntries(counts) as Record<Topic, number>;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queue(topic: Topic): Queue<JobPayload> {
    let queue = this.queues.get(topic);
    if (!queue) {
      queue = new Queue<JobPayload>(topic, {
        connection: this.connections.connect(`queue-${topic}`),
        prefix: REDIS_PREFIX,
      });
      this.queues.set(topic, queue);
    }
    return queue;
  }
}
