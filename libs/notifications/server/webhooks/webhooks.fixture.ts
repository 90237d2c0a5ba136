import { randomBytes } from 'node:crypto';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId } from '@plumbline/platform/database';
import { PublicUrl, Seal } from '@plumbline/platform/identity';
import { Notifications } from '@plumbline/platform/notifications';
import { type Actor, FixedClock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import type { Delivery } from '@plumbline/notifications/schema';
import { DeliveriesService } from '../log/deliveries.service';
import { HowToldRepository } from '../preferences/how-told';
import { DeliveriesRepository } from '../spreading/deliveries.repository';
import type { NoticeLetters } from '../spreading/notice-letters';
import { NoticesRepository } from '../spreading/notices.repository';
import { PeopleTelling } from '../spreading/people-telling';
import { SpreadNoticeProcessor } from '../spreading/spread-notice.processor';
import { CallWebhookProcessor } from './call-webhook.processor';
import { HookDeliveriesRepository } from './hook-deliveries.repository';
import { type Network, OutgoingCalls } from './outgoing-calls';
import { OutsideOfWebhooks } from './outside-of-webhooks';
import { WebhookErrands } from './webhook-errands';
import { WebhookTelling } from './webhook-telling';
import { WebhooksSweep } from './webhooks-sweep';
import { WebhooksRepository } from './webhooks.repository';
import { WebhooksService } from './webhooks.service';

export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** The one machine that these specs may call. */
const here: Network = {
  allows: (found) => found === '127.0.0.1',
  resolve: (_, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
  request: httpRequest as Network['request'],
};

/** Webhooks with a receiver of the spec's own, which answers as it says. */
export class WebhooksUnderTest {
  readonly clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:00:00Z'));
  readonly calls = new OutgoingCalls(here);
  readonly service: WebhooksService;
  readonly log: DeliveriesService;
  readonly processor: CallWebhookProcessor;
  tenant!: Tenant;
  received: Received[] = [];
  status = 200;
  private readonly seal = new Seal(randomBytes(32));
  private readonly notifications = new Notifications(this.clock);
  private readonly spreader: SpreadNoticeProcessor;
  private readonly server: Server;

  private constructor(readonly database: TestDatabase) {
    const { clock } = this;
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => (body += piece));
      request.on('end', () => {
        this.received.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(this.status).end(this.status < 300 ? 'thank you' : 'not today');
      });
    });
    this.log = new DeliveriesService(database.door);
    const [notices, deliveries] = [new NoticesRepository(), new DeliveriesRepository(clock)];
    const webhooks = new WebhooksRepository();
    const errands = new WebhookErrands(this.log, deliveries, new HookDeliveriesRepository(clock), clock);
    this.service = new WebhooksService(
      database.door,
      webhooks,
      errands,
      this.seal,
      new ActivityLog(clock),
      clock,
    );
    this.processor = this.processorWith(this.calls);
    const silent = { publish: async () => undefined };
    const post = { post: async () => undefined } as unknown as NoticeLetters;
    this.spreader = new SpreadNoticeProcessor(
      database.door,
      notices,
      new PeopleTelling(notices, deliveries, new HowToldRepository(), post, silent as never, clock),
      new WebhookTelling(webhooks, deliveries, clock),
      clock,
    );
  }

  static async open(): Promise<WebhooksUnderTest> {
    const made = new WebhooksUnderTest(await openTestDatabase());
    await new Promise<void>((listening) => made.server.listen(0, '127.0.0.1', listening));
    return made;
  }

  async close(): Promise<void> {
    this.server.close();
    await this.database.close();
  }

  /** Another tenant, nothing received, the receiver well. */
  async begin(): Promise<void> {
    this.clock.set('2026-03-02T09:00:00Z');
    this.tenant = await this.database.tenant();
    this.received = [];
    this.status = 200;
  }

  processorWith(calls: OutgoingCalls): CallWebhookProcessor {
    return new CallWebhookProcessor(
      this.database.door,
      new HookDeliveriesRepository(this.clock),
      new WebhooksRepository(),
      this.notifications,
      new OutsideOfWebhooks(calls, this.seal, new PublicUrl('https://plumbline.test')),
      this.clock,
    );
  }

  admin(): Actor {
    return actorIn(this.tenant, 'administrator');
  }

  worker(): Actor {
    return workerActor(this.tenant, 'spec');
  }

  add(over: object = {}): ReturnType<WebhooksService['add']> {
    const url = `https://receiver.test:${(this.server.address() as AddressInfo).port}/plumbline`;
    return this.service.add(this.admin(), {
      ...{ name: 'SIEM', format: 'standard', url, language: 'en', kinds: [] },
      ...over,
    });
  }

  async announce(kind: 'incident-late' | 'incident-updated' = 'incident-late', key = newId()): Promise<void> {
    const parameters = { reference: 'INC-7', title: 'Lost laptop', vendor: 'Halcyon' };
    const about = { thing: 'incident', id: newId() };
    await this.database.door.withTenant(this.worker(), (tx) =>
      this.notifications.announce(
        tx,
        { kind, about, vendorId: null, parameters, path: ['incidents', 'x'], key },
        { roles: ['security'] },
      ),
    );
    await this.spread();
  }

  async spread(): Promise<void> {
    const ids = await this.database.door.withTenant(this.worker(), (tx) =>
      tx.query<{ id: string }>('select id from notice where tenant_id = $1 and spread_at is null', [
        this.tenant.id,
      ]),
    );
    for (const { id } of ids) await this.spreader.process(this.tenant, id);
  }

  async due(): Promise<string[]> {
    const due = await this.database.door.withRole('sweep', (client) =>
      new WebhooksSweep().waiting(client, this.clock.date()),
    );
    return due.filter(({ tenantId }) => tenantId === this.tenant.id).map(({ rowId }) => rowId);
  }

  async callDue(): Promise<void> {
    for (const id of await this.due()) await this.processor.process(this.tenant, id);
  }

  async deliveries(): Promise<Delivery[]> {
    const { items } = await this.log.list(this.admin(), { limit: 50 });
    return items.filter(({ webhookId }) => webhookId !== null);
  }
}
