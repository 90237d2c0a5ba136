import { Injectable } from '@nestjs/common';
import { newId } from '../database/ids';
import { Seal } from '../identity/seal';
import { Clock } from '../tenancy';

export interface Message {
  readonly to: string;
  readonly subject: string;
  /** Paragraphs of plain text; one that is nothing but an address becomes a button in the HTML part. */
  readonly text: readonly string[];
  readonly language?: 'en' | 'es';
  /** Where a mail program leaves this kind of mail with one click (RFC 8058), for kinds that may be left. */
  readonly unsubscribeUrl?: string;
  /** The deliveries that this mail is: the sender notes its attempts there. */
  readonly deliveries?: { readonly tenantId: string; readonly ids: readonly string[] };
}

/** What both kinds of transaction offer: the tenant's (`tx`) and the identity role's. */
interface Statements {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/**
 * Puts a message into the post, in the transaction that makes it necessary. The worker sends it (mail-sender.ts). The
 * body may carry a single-use link: it is sealed until sent, and dropped then.
 */
@Injectable()
export class Mail {
  constructor(
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  async post(transaction: Statements, message: Message): Promise<void> {
    const id = newId();
    const now = this.clock.date();
    const { unsubscribeUrl, deliveries } = message;
    await transaction.query(
      `insert into mail (id, recipient, subject, body_sealed, created_at, due_at, language, unsubscribe_sealed, tenant_id, delivery_ids)
       values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)`,
      [
        id,
        oneLine(message.to),
        oneLine(message.subject),
        this.seal.seal('mail-body', id, message.text.join('\n\n')),
        now,
        message.language ?? 'en',
        unsubscribeUrl === undefined ? null : this.seal.seal('mail-unsubscribe', id, unsubscribeUrl),
        deliveries?.tenantId ?? null,
        deliveries?.ids ?? null,
      ],
    );
  }
}

/** Headers of a mail are lines: a name with a line break must not become a header of its own (ASVS 1.3.11). */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
