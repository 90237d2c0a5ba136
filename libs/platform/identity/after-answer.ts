import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { log } from '../jobs/log';

/**
 * Work that the caller must not wait for, because the waiting would tell whether an account exists (ASVS 6.3.8). It is
 * finished before the process ends; a failure is logged.
 */
@Injectable()
export class AfterAnswer implements OnApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  run(what: string, work: () => Promise<unknown>): void {
    const task: Promise<void> = work()
      .then(
        () => undefined,
        (error: unknown) =>
          log.error(
            { what, error: error instanceof Error ? error.stack : String(error) },
            'work after an answer failed',
          ),
      )
      .finally(() => this.running.delete(task));
    this.running.add(task);
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  onApplicationShutdown(): Promise<void> {
    return this.settled();
  }
}
