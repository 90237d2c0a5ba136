import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { RedisConnections, REDIS_PREFIX } from '@plumbline/platform/jobs';
import type { ApiUnderTest } from './api-under-test';

const LOOK_EVERY_MS = 25;

/** A job process of its own at an instant that stands still, to be killed in the middle of what it writes. */
export class MortalWorker {
  private readonly bundle = `.plumbline/cache/mortal-worker-at-${process.pid}`;
  private process: ChildProcess | undefined;
  private said = '';

  constructor(private readonly api: ApiUnderTest) {}

  async build(): Promise<void> {
    await promisify(execFile)(process.execPath, [
      '-e',
      `import('./tools/bootstrap/bundle.mjs').then((m) =>
         m.bundle({ '${this.bundle}': 'apps/worker/src/worker-at.fixture.ts' }))`,
    ]);
  }

  async remove(): Promise<void> {
    await this.die();
    await Promise.all(['.mjs', '.mjs.map'].map((end) => rm(`${this.bundle}${end}`, { force: true })));
  }

  live(at: string): void {
    const born = spawn(process.execPath, [`${this.bundle}.mjs`, at], {
      env: { ...process.env, LOG_LEVEL: 'warn', PLUMBLINE_MAIL: '.plumbline/cache/mail' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.said = '';
    for (const stream of [born.stdout, born.stderr])
      stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.process = born;
  }

  async die(): Promise<void> {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
  }

  /**
   * Lives until it is about to write into `table`, which a lock keeps it from, and is killed there: in the middle of its
   * transaction, by construction and not by luck. Redis is emptied with it.
   */
  async dieWriting(table: string, at: string): Promise<void> {
    const client = await this.api.database.owner.connect();
    try {
      await client.query('begin');
      await client.query(`lock table ${table} in share mode`);
      this.live(at);
      await this.until(async () => (await this.stuck(table)).length > 0);
      await this.die();
      await this.forget();
      const orphans = await this.stuck(table);
      await client.query('rollback');
      // what its connections held is free once PostgreSQL has seen that nobody is there any more
      await this.until(async () => {
        const { rows } = await client.query('select 1 from pg_stat_activity where pid = any ($1)', [orphans]);
        return rows.length === 0;
      });
    } finally {
      client.release();
    }
  }

  /** Lives until `done`, and is killed then, Redis emptied with it. */
  async liveUntil(at: string, done: () => Promise<boolean>): Promise<void> {
    this.live(at);
    await this.until(done);
    await this.die();
    await this.forget();
  }

  /** An own end of the worker fails the run instead of leaving it waiting. */
  private async until(holds: () => Promise<boolean>): Promise<void> {
    const killed = () => this.process?.signalCode === 'SIGKILL';
    while (!(await holds())) {
      if (!killed() && this.process?.exitCode !== null)
        throw new Error(`the worker ended by itself: ${this.said}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  /** All that this spec and its worker have in Redis: its prefix is the spec's own. */
  private async forget(): Promise<void> {
    const redis = this.api.get(RedisConnections).connect('spec');
    const keys = await redis.keys(`${REDIS_PREFIX}*`);
    if (keys.length === 0) throw new Error('Redis knew nothing that it could forget');
    await redis.del(...keys);
    redis.disconnect();
  }

  /** The connections that wait to write there. */
  private async stuck(table: string): Promise<number[]> {
    const { rows } = await this.api.database.owner.query<{ pid: number }>(
      `select pid from pg_locks where relation = $1::regclass and mode = 'RowExclusiveLock' and not granted`,
      [table],
    );
    return rows.map(({ pid }) => pid);
  }
}
