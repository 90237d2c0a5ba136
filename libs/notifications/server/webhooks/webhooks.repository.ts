import { Injectable } from '@nestjs/common';
import type { Language } from '@plumbline/api/schema';
import type { WebhookFormat } from '@plumbline/notifications/schema';
import type { TenantTransaction } from '@plumbline/platform/database';

export interface WebhookRow {
  readonly id: string;
  readonly name: string;
  readonly format: WebhookFormat;
  readonly host: string;
  readonly url: string | null;
  readonly urlSealed: Buffer | null;
  readonly language: Language;
  readonly kinds: readonly string[];
  readonly enabled: boolean;
  readonly createdAt: Date;
  readonly version: number;
}

export interface SecretRow {
  readonly id: string;
  readonly webhookId: string;
  readonly secretSealed: Buffer;
  readonly hint: string;
  readonly createdAt: Date;
  readonly until: Date | null;
}

const ROW = `id, name, format, host, url, url_sealed as "urlSealed", language, kinds, enabled, created_at as "createdAt", version`;

/** Webhooks that were not removed, and their secrets, newest first. */
@Injectable()
export class WebhooksRepository {
  list(tx: TenantTransaction): Promise<WebhookRow[]> {
    return tx.query<WebhookRow>(
      `select ${ROW} from webhook where tenant_id = $1 and removed_at is null order by name, id`,
      [tx.tenantId],
    );
  }

  async find(tx: TenantTransaction, id: string, lock = false): Promise<WebhookRow | undefined> {
    const [row] = await tx.query<WebhookRow>(
      `select ${ROW} from webhook where tenant_id = $1 and id = $2 and removed_at is null${lock ? ' for update' : ''}`,
      [tx.tenantId, id],
    );
    return row;
  }

  /** Whom a notice of this kind goes to. That a webhook was given up is for people to know, not for webhooks. */
  async wanting(tx: TenantTransaction, kind: string): Promise<WebhookRow[]> {
    if (kind === 'webhook-given-up') return [];
    const rows = await this.list(tx);
    return rows.filter(({ enabled, kinds }) => enabled && (kinds.length === 0 || kinds.includes(kind)));
  }

  async insert(tx: TenantTransaction, row: WebhookRow, createdBy: string): Promise<void> {
    await tx.query(
      `insert into webhook (tenant_id, id, name, format, host, url, url_sealed, language, kinds, enabled, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[
          tx.tenantId,
          row.id,
          row.name,
          row.format,
          row.host,
          row.url,
          row.urlSealed,
          row.language,
          row.kinds,
        ],
        ...[row.enabled, createdBy, row.createdAt],
      ],
    );
  }

  async change(
    tx: TenantTransaction,
    id: string,
    { name, language, kinds, enabled }: Pick<WebhookRow, 'name' | 'language' | 'kinds' | 'enabled'>,
  ): Promise<void> {
    await tx.query(
      `update webhook set name = $3, language = $4, kinds = $5, enabled = $6, version = version + 1
       where tenant_id = $1 and id = $2`,
      [tx.tenantId, id, name, language, kinds, enabled],
    );
  }

  async remove(tx: TenantTransaction, id: string, at: Date): Promise<void> {
    await tx.query(
      'update webhook set removed_at = $3, enabled = false, version = version + 1 where tenant_id = $1 and id = $2',
      [tx.tenantId, id, at],
    );
  }

  /** Those in force at an instant, of one webhook or of all. */
  secrets(tx: TenantTransaction, at: Date, webhookId: string | null): Promise<SecretRow[]> {
    return tx.query<SecretRow>(
      `select id, webhook_id as "webhookId", secret_sealed as "secretSealed", hint, created_at as "createdAt", until
       from webhook_secret where tenant_id = $1 and (until is null or until > $2) and ($3::uuid is null or webhook_id = $3)
       order by id desc`,
      [tx.tenantId, at, webhookId],
    );
  }

  async addSecret(tx: TenantTransaction, secret: Omit<SecretRow, 'until'>): Promise<void> {
    await tx.query(
      `insert into webhook_secret (tenant_id, id, webhook_id, secret_sealed, hint, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [tx.tenantId, secret.id, secret.webhookId, secret.secretSealed, secret.hint, secret.createdAt],
    );
  }

  /** The current secret signs until an instant; one that was leaving already keeps its own. */
  async retireSecrets(tx: TenantTransaction, webhookId: string, until: Date): Promise<void> {
    await tx.query(
      'update webhook_secret set until = $3 where tenant_id = $1 and webhook_id = $2 and until is null',
      [tx.tenantId, webhookId, until],
    );
  }
}
