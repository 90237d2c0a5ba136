import { Inject, Injectable } from '@nestjs/common';
import { Door } from '../database/door';
import { Clock } from '../tenancy';
import { SWEEP_SOURCES, type SweepSource } from './processor';
import { Queues } from './queues';

/**
 * Queues again whatever PostgreSQL says is waiting: after Redis was emptied, after a process died, and when an instant
 * that a row names has come. Cron time decides nothing: the sweep may run early, late or twice (semantics rule 12).
 */
@Injectable()
export class Sweep {
  constructor(
    private readonly door: Door,
    private readonly queues: Queues,
    private readonly clock: Clock,
    @Inject(SWEEP_SOURCES) private readonly sources: readonly SweepSource[],
  ) {}

  /** Answers how many jobs were asked for. The job id holds the minute: a job that is still queued is not doubled. */
  async sweepOnce(): Promise<number> {
    const now = this.clock.date();
    const slot = now
      .toISOString()
      .slice(0, 16)
      .replace(/[^0-9]/g, '');
    let asked = 0;
    for (const source of this.sources) {
      const waiting = await this.door.withRole('sweep', (client) => source.waiting(client, now));
      await this.queues.add(
        source.topic,
        waiting.map((row) => ({
          payload: row,
          jobId: `sweep-${slot}-${row.tenantId}-${row.rowId.replaceAll(':', '_')}`,
        })),
      );
      asked += waiting.length;
    }
    return asked;
  }
}
