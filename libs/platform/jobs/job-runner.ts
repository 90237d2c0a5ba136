import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Job, Worker } from 'bullmq';
import { TenantDirectory } from '../database/tenant-directory';
import { log } from './log';
import { JOB_PROCESSORS, type JobProcessor } from './processor';
import type { JobPayload } from './queues';
import { REDIS_PREFIX, RedisConnections } from './redis';
import { Relay } from './relay';
import { Sweep } from './sweep';

const RELAY_EVERY_MS = 500;
const SWEEP_EVERY_MS = 10_000;

/** Runs the worker process: every processor on its queue, the relay and the sweep in loops of their own. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly workers: Worker<JobPayload>[] = [];
  private readonly stopping = new AbortController();
  private loops: Promise<void>[] = [];
  private wake: () => void = () => undefined;

  constructor(
    @Inject(JOB_PROCESSORS) private readonly processors: readonly JobProcessor[],
    private readonly tenants: TenantDirectory,
    private readonly connections: RedisConnections,
    private readonly relay: Relay,
    private readonly sweep: Sweep,
  ) {}

  onApplicationBootstrap(): void {
    for (const processor of this.processors) this.workers.push(this.start(processor));
    const hints = this.connections.connect('relay-hints');
    void hints.subscribe(RELAY_HINTS);
    hints.on('message', () => this.wake());
    this.loops = [
      this.loop('relay', RELAY_EVERY_MS, async () => {
        while ((await this.relay.relayOnce()) > 0 && !this.stopping.signal.aborted);
      }),
      this.loop('sweep', SWEEP_EVERY_MS, () => this.sweep.sweepOnce()),
    ];
  }

  /** Finishes the jobs at hand and takes no more; what is left waits in PostgreSQL. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await Promise.all([...this.workers.map((worker) => worker.close()), ...this.loops]);
  }

  private start(processor: JobProcessor): Worker<JobPayload> {
    const worker = new Worker<JobPayload>(processor.topic, (job) => this.run(processor, job), {
      connection: this.connections.connect(`worker-${processor.topic}`),
      prefix: REDIS_PREFIX,
      concurrency: processor.concurrency,
    });
    worker.on('error', (error) => log.warn({ topic: processor.topic, error: error.message }, 'worker'));
    worker.on('failed', (job, error) => void this.failed(processor, job, error));
    return worker;
  }

  private async run(processor: JobProcessor, job: Job<JobPayload>): Promise<void> {
    const tenant = await this.tenants.byId(job.data.tenantId);
    if (!tenant) throw new Error(`job ${job.id} names an unknown tenant`);
    await processor.process(tenant, job.data.rowId);
  }

  private async failed(
    processor: JobProcessor,
    job: Job<JobPayload> | undefined,
    error: Error,
  ): Promise<void> {
    const attempts = job?.opts.attempts ?? 1;
    const final = !job || job.attemptsMade >= attempts;
    log.error(
      {
        topic: processor.topic,
        rowId: job?.data.rowId,
        attempt: job?.attemptsMade,
        final,
        error: error.stack,
      },
      'job failed',
    );
    if (!job || !final || !processor.gaveUp) return;
    const tenant = await this.tenants.byId(job.data.tenantId);
    if (tenant) {
      await processor
        .gaveUp(tenant, job.data.rowId, error)
        .catch((second: Error) =>
          log.error(
            { topic: processor.topic, rowId: job.data.rowId, error: second.stack },
            'giving up failed too',
          ),
        );
    }
  }

  private async loop(name: string, everyMs: number, turn: () => Promise<unknown>): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await turn();
      } catch (error) {
        log.warn(
          { loop: name, error: error instanceof Error ? error.message : String(error) },
          'loop turn failed',
        );
      }
      if (!this.stopping.signal.aborted) await this.pause(name, everyMs);
    }
  }

  private pause(name: string, everyMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      const stop = () => {
        clearTimeout(timer);
        resolve();
      };
      this.stopping.signal.addEventListener('abort', stop, { once: true });
      if (name === 'relay') this.wake = stop;
    });
  }
}

/** The channel on which a process says "something was put into the outbox". */
export const RELAY_HINTS = `${REDIS_PREFIX}:relay`;
