import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Door, TenantDirectory } from '../database';
import { log } from '../jobs/log';
import { workerActor } from '../tenancy';
import { Checkpoints } from './checkpoints';

export const CHECKPOINT_FOLDER = Symbol('CHECKPOINT_FOLDER');

/** More often than the five minutes that may pass between checkpoints. */
const EVERY_MS = 120_000;

/**
 * Appends signed checkpoints to a file for each tenant, in a folder that the operator ships to another machine
 * (docs/operations.md): whoever can change the database cannot cut the log's tail without it showing there.
 */
@Injectable()
export class CheckpointWriter implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly written = new Map<string, number>();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly door: Door,
    private readonly tenants: TenantDirectory,
    private readonly checkpoints: Checkpoints,
    @Inject(CHECKPOINT_FOLDER) private readonly folder: string,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /** Writes a line for each tenant whose log has grown; answers for how many. */
  async writeOnce(): Promise<number> {
    let lines = 0;
    for (const tenant of await this.tenants.all()) {
      const checkpoint = await this.door.withTenant(workerActor(tenant, 'checkpoint'), (tx) =>
        this.checkpoints.current(tx),
      );
      if (checkpoint.sequence === (this.written.get(tenant.id) ?? 0)) continue;
      await mkdir(this.folder, { recursive: true });
      await appendFile(join(this.folder, `${tenant.slug}.ndjson`), `${JSON.stringify({ checkpoint })}\n`);
      this.written.set(tenant.id, checkpoint.sequence);
      lines += 1;
    }
    return lines;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.writeOnce();
      } catch (error) {
        log.error(
          { error: error instanceof Error ? error.message : String(error) },
          'checkpoints of the activity log could not be written',
        );
      }
      // rejects when the process stops, which the loop then sees
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
