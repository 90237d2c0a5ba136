import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Door } from '@plumbline/platform/database';
import { log } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';
import { KEEP_MONTHS } from './keep-months';
import { keptBounds } from './kept-bounds';

/** What is due changes once a month; a month that was in use is tried again after this. */
const EVERY_MS = 3_600_000;
/** The lock was not to be had in time: somebody is reading or loading. */
const LOCK_NOT_AVAILABLE = '55P03';

/** YYYY-MM of every month that there are measurements of, or were. */
const MONTHS = `select distinct replace(right(c.relname, 7), '_', '-') as month
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent in ('measurement'::regclass, 'measurement_superseded'::regclass)`;

/**
 * Drops the rows of months that are older than the installation keeps them, a month at a time and oldest first. Sums, results,
 * scorecards, traces and received files stay. Each month is one transaction: it may die anywhere, and run twice at once.
 */
@Injectable()
export class OldMonths implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    @Inject(KEEP_MONTHS) private readonly months: number,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /**
   * Answers the months (YYYY-MM) that it dropped; ends at the first that is in use or that another process is at, so that none
   * is left out in between. Of several processes at once, one comes to the end.
   */
  async dropOnce(): Promise<string[]> {
    const { dropBefore } = keptBounds(this.clock.now(), this.months, null);
    const dropped: string[] = [];
    for (const month of await this.monthsBefore(dropBefore)) {
      if (this.stopping.signal.aborted) break;
      try {
        const outcome = await this.drop(month);
        if (outcome === 'busy') break;
        if (outcome === 'gone') continue;
      } catch (error) {
        if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
        log.warn({ month }, 'rows of a month that is no longer kept are in use: tried again later');
        break;
      }
      log.info({ month, keptMonths: this.months }, 'rows of a month that is no longer kept were dropped');
      dropped.push(month);
    }
    return dropped;
  }

  private monthsBefore(month: string): Promise<string[]> {
    return this.door.withRole('sweep', async (client) => {
      const { rows } = await client.query<{ month: string }>(
        `${MONTHS} and replace(right(c.relname, 7), '_', '-') < $1 order by month`,
        [month],
      );
      return rows.map((row) => row.month);
    });
  }

  /** `busy`: another process holds what only one may hold; `gone`: another has dropped the month since it was looked up. */
  private drop(month: string): Promise<'dropped' | 'gone' | 'busy'> {
    return this.door.withRole('sweep', async (client) => {
      const { rows } = await client.query<{ dropped: boolean }>(
        'select drop_measurement_month($1::date, $2) as dropped',
        [`${month}-01`, this.clock.date()],
      );
      if (rows[0]?.dropped === true) return 'dropped';
      // asked after the lock: what another process commits in between is seen
      const { rowCount } = await client.query(`${MONTHS} and replace(right(c.relname, 7), '_', '-') = $1`, [
        month,
      ]);
      return rowCount === 0 ? 'gone' : 'busy';
    });
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.dropOnce();
      } catch (error) {
        log.error(
          { error: error instanceof Error ? error.message : String(error) },
          'rows of months that are no longer kept could not be dropped',
        );
      }
      // rejects when the process stops, which the loop then sees
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
