import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
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
  language: string;
  unsubscribe_sealed: Buffer | null;
  tenant_id: string | null;
  delivery_ids: string[] | null;
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
        `select id, recipient, subject, body_sealed, created_at, attempts, language, unsubscribe_sealed,
                tenant_id, delivery_ids
         from mail
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
          language: row.language,
          unsubscribeUrl:
            row.unsubscribe_sealed && this.seal.open('mail-unsubscribe', row.id, row.unsubscribe_sealed),
        });
        await client.query(
          'update mail set sent_at = $2, body_sealed = null, unsubscribe_sealed = null, last_error = null where id = $1',
          [row.id, now],
        );
        await noteAttempt(client, row, { at: now, state: 'sent', answer: null });
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
        const state = attempts >= ATTEMPTS ? 'given-up' : 'posted';
        await noteAttempt(client, row, { at: now, state, answer: reason.slice(0, 500) });
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

/** Where a mail tells somebody of something, the log of deliveries says what came of it. */
async function noteAttempt(
  client: pg.PoolClient,
  row: MailRow,
  { at, state, answer }: { at: Date; state: 'sent' | 'posted' | 'given-up'; answer: string | null },
): Promise<void> {
  for (const delivery of row.delivery_ids ?? []) {
    await client.query(
      `insert into delivery_attempt (tenant_id, delivery_id, number, at, outcome, answer) values ($1, $2, $3, $4, $5, $6)`,
      [row.tenant_id, delivery, row.attempts + 1, at, state === 'sent' ? 'taken' : 'failed', answer],
    );
    await client.query(
      `update notification_delivery set state = $3, attempts = $4, settled_at = $5 where tenant_id = $1 and id = $2`,
      [row.tenant_id, delivery, state, row.attempts + 1, state === 'posted' ? null : at],
    );
  }
}

/** 5 s, then twice as long each time, up to six hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(5_000 * 2 ** (attempts - 1), 6 * 3_600_000);
}
