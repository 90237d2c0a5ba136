import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Door } from '../database';
import { Seal } from '../identity/seal';
import { log } from '../jobs';
import { Clock } from '../tenancy';
import type { MailTransport } from './mail-transport';

export const MAIL_TRANSPORT = Symbol('MAIL_TRANSPORT');

const EVERY_MS = 1_000;
/** Twelve tries: about a day and a half with the pauses below. Then the row stays, unsent, with its last error. */
const ATTEMPTS = 12;

interface MailRow {
  id: string;
  recipient: string;
  subject: string;
  body_sealed: Buffer;
  created_at: Date;
  attempts: number;
}

/**
 * Sends what is in the post. A row stays locked while its mail is handed on, so two senders share the work; one that
 * dies in between sends the same mail again under the same Message-ID. A receiver that is down costs only time.
 */
@Injectable()
export class MailSender implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly seal: Seal,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /** Tries one mail that is due. False: none is. */
  sendOne(): Promise<boolean> {
    return this.door.withRole('relay', async (client) => {
      const now = this.clock.date();
      const { rows } = await client.query<MailRow>(
        `select id, recipient, subject, body_sealed, created_at, attempts from mail
         where sent_at is null and due_at <= $1 and attempts < $2 order by due_at limit 1 for update skip locked`,
        [now, ATTEMPTS],
      );
      const [row] = rows;
      if (!row) return false;
      try {
        await this.transport({
          id: row.id,
          to: row.recipient,
          subject: row.subject,
          text: this.seal.open('mail-body', row.id, row.body_sealed),
          at: row.created_at,
        });
        await client.query(
          'update mail set sent_at = $2, body_sealed = null, last_error = null where id = $1',
          [row.id, now],
        );
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const attempts = row.attempts + 1;
        log.warn({ mail: row.id, attempts, final: attempts >= ATTEMPTS, error: reason }, 'mail not sent');
        await client.query('update mail set attempts = $2, due_at = $3, last_error = $4 where id = $1', [
          row.id,
          attempts,
          new Date(now.getTime() + pauseAfter(attempts)),
          reason.slice(0, 500),
        ]);
      }
      return true;
    });
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        while (!signal.aborted && (await this.sendOne()));
      } catch (error) {
        log.warn(
          { error: error instanceof Error ? error.message : String(error) },
          'the post could not be looked at',
        );
      }
      // rejects when the process stops, which the loop then sees
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** 5 s, then twice as long each time, up to six hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(5_000 * 2 ** (attempts - 1), 6 * 3_600_000);
}
