import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { addWebhook, changeWebhook, Delivery, Webhook } from '@plumbline/notifications/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { Seal } from '@plumbline/platform/identity';
import { noticeKinds } from '@plumbline/platform/notifications';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { WebhookErrands } from './webhook-errands';
import { type SecretRow, type WebhookRow, WebhooksRepository } from './webhooks.repository';

/** How long a replaced secret signs beside its successor. */
const OVERLAP_MS = 24 * 3_600_000;
const MOST = 50;

/** Webhooks and chat hooks of the insurer. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly door: Door,
    private readonly webhooks: WebhooksRepository,
    private readonly errands: WebhookErrands,
    private readonly seal: Seal,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<{ items: Webhook[] }> {
    return this.door.withTenant(actor, async (tx) => {
      const secrets = await this.webhooks.secrets(tx, this.clock.date(), null);
      const rows = await this.webhooks.list(tx);
      return {
        items: rows.map((row) =>
          answer(
            row,
            secrets.filter(({ webhookId }) => webhookId === row.id),
          ),
        ),
      };
    });
  }

  view(actor: Actor, id: string): Promise<Webhook> {
    return this.door.withTenant(actor, (tx) => this.answer(tx, id));
  }

  async add(
    actor: Actor,
    { url, ...wanted }: InputOf<typeof addWebhook>['body'],
  ): Promise<Webhook & { secret: string | null }> {
    demandKinds(wanted.kinds);
    const id = newId();
    const isChat = wanted.format !== 'standard';
    return this.door.withTenant(actor, async (tx) => {
      if ((await this.webhooks.list(tx)).length >= MOST)
        throw new RuleBrokenError(
          'webhooks-full',
          `A tenant has at most ${MOST} webhooks: remove one first.`,
        );
      const row: WebhookRow = {
        ...{
          ...wanted,
          id,
          host: new URL(url).hostname,
          enabled: true,
          createdAt: this.clock.date(),
          version: 1,
        },
        // whoever knows the address of a chat can write to it
        ...{ url: isChat ? null : url, urlSealed: isChat ? this.seal.seal('chat-hook-url', id, url) : null },
      };
      await this.webhooks.insert(tx, row, actor.id);
      const secret = isChat ? null : await this.makeSecret(tx, id);
      await this.log(tx, 'webhook-added', id, { format: row.format, host: row.host, kinds: row.kinds });
      return { ...(await this.answer(tx, id)), secret };
    });
  }

  change(
    actor: Actor,
    id: string,
    wanted: InputOf<typeof changeWebhook>['body'],
    version: number,
  ): Promise<Webhook> {
    demandKinds(wanted.kinds);
    return this.door.withTenant(actor, async (tx) => {
      await this.demand(tx, id, version);
      await this.webhooks.change(tx, id, wanted);
      if (!wanted.enabled) await this.errands.drop(tx, id);
      await this.log(tx, 'webhook-changed', id, { enabled: wanted.enabled, kinds: wanted.kinds });
      return this.answer(tx, id);
    });
  }

  rotate(actor: Actor, id: string): Promise<Webhook & { secret: string }> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.demand(tx, id);
      if (row.format !== 'standard')
        throw new RuleBrokenError(
          'webhook-unsigned',
          'A chat checks no signature: there is no secret to replace.',
        );
      await this.webhooks.retireSecrets(tx, id, new Date(this.clock.date().getTime() + OVERLAP_MS));
      const secret = await this.makeSecret(tx, id);
      await this.log(tx, 'webhook-secret-replaced', id);
      return { ...(await this.answer(tx, id)), secret };
    });
  }

  remove(actor: Actor, id: string, version: number): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      await this.demand(tx, id, version);
      await this.webhooks.remove(tx, id, this.clock.date());
      await this.errands.drop(tx, id);
      await this.log(tx, 'webhook-removed', id);
    });
  }

  test(actor: Actor, id: string): Promise<Delivery> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.demandEnabled(tx, id);
      const delivery = await this.errands.tryOut(tx, row);
      await this.log(tx, 'webhook-tried', id);
      return delivery;
    });
  }

  replay(actor: Actor, deliveryId: string): Promise<Delivery> {
    return this.door.withTenant(actor, async (tx) => {
      const delivery = await this.errands.find(tx, deliveryId);
      if (delivery.webhookId === null) throw new NotFoundError('delivery to a webhook');
      await this.demandEnabled(tx, delivery.webhookId);
      await this.log(tx, 'webhook-replayed', delivery.webhookId, { delivery: deliveryId });
      return this.errands.again(tx, deliveryId);
    });
  }

  private async demand(tx: TenantTransaction, id: string, version?: number): Promise<WebhookRow> {
    const row = await this.webhooks.find(tx, id, true);
    if (!row) throw new NotFoundError('webhook');
    if (version !== undefined) demandVersion(row.version, version);
    return row;
  }

  private async demandEnabled(tx: TenantTransaction, id: string): Promise<WebhookRow> {
    const row = await this.demand(tx, id);
    if (!row.enabled)
      throw new RuleBrokenError('webhook-stopped', 'This webhook is stopped: resume it first.');
    return row;
  }

  private async makeSecret(tx: TenantTransaction, webhookId: string): Promise<string> {
    const id = newId();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const secretSealed = this.seal.seal('webhook-secret', id, secret);
    const hint = `…${secret.slice(-5, -1)}`;
    await this.webhooks.addSecret(tx, { id, webhookId, secretSealed, hint, createdAt: this.clock.date() });
    return secret;
  }

  private async answer(tx: TenantTransaction, id: string): Promise<Webhook> {
    const row = await this.webhooks.find(tx, id);
    if (!row) throw new NotFoundError('webhook');
    return answer(row, await this.webhooks.secrets(tx, this.clock.date(), id));
  }

  private log(tx: TenantTransaction, action: string, thingId: string, detail: object = {}): Promise<void> {
    return this.activityLog.append(tx, { action, thing: 'webhook', thingId, detail });
  }
}

function demandKinds(kinds: readonly string[]): void {
  kinds.forEach((kind, at) => {
    if (!Object.hasOwn(noticeKinds, kind))
      throw InvalidError.field(`kinds.${at}`, 'unknown-kind', 'there is no such kind of notice');
  });
}

function answer(row: WebhookRow, secrets: readonly SecretRow[]): Webhook {
  const { urlSealed: _, createdAt, kinds, ...rest } = row;
  return {
    ...rest,
    kinds: [...kinds],
    secrets: secrets.map((secret) => ({
      hint: secret.hint,
      createdAt: secret.createdAt.toISOString(),
      until: secret.until?.toISOString() ?? null,
    })),
    createdAt: createdAt.toISOString(),
  };
}
