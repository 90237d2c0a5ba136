import { randomBytes } from 'node:crypto';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId } from '@plumbline/platform/database';
import { PublicUrl, Seal } from '@plumbline/platform/identity';
import { Notifications } from '@plumbline/platform/notifications';
import { FixedClock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { Webhook as StandardWebhook } from 'standardwebhooks';
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
import { WebhooksRepository } from './webhooks.repository';
import { WebhookTelling } from './webhook-telling';
import { WebhooksSweep } from './webhooks-sweep';
import { WebhooksService } from './webhooks.service';

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

describe('webhooks', () => {
  let database: TestDatabase;
  let tenant: Tenant;
  let server: Server;
  let address: string;
  let received: Received[];
  let status: number;
  let service: WebhooksService;
  let log: DeliveriesService;
  let processor: CallWebhookProcessor;
  let spreader: SpreadNoticeProcessor;
  const clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:00:00Z'));
  const seal = new Seal(randomBytes(32));
  const notifications = new Notifications(clock);
  const publicUrl = new PublicUrl('https://plumbline.test');
  /** The one machine that this spec may call. */
  const here: Network = {
    allows: (found) => found === '127.0.0.1',
    resolve: (_, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
    request: httpRequest as Network['request'],
  };

  const makeProcessor = (calls: OutgoingCalls) =>
    new CallWebhookProcessor(
      database.door,
      new HookDeliveriesRepository(clock),
      new WebhooksRepository(),
      notifications,
      new OutsideOfWebhooks(calls, seal, publicUrl),
      clock,
    );

  beforeAll(async () => {
    database = await openTestDatabase();
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => (body += piece));
      request.on('end', () => {
        received.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(status).end(status < 300 ? 'thank you' : 'not today');
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    address = `https://receiver.test:${(server.address() as AddressInfo).port}/plumbline`;
    log = new DeliveriesService(database.door);
    const hooks = new HookDeliveriesRepository(clock);
    const errands = new WebhookErrands(log, new DeliveriesRepository(clock), hooks, clock);
    service = new WebhooksService(
      database.door,
      new WebhooksRepository(),
      errands,
      seal,
      new ActivityLog(clock),
      clock,
    );
    processor = makeProcessor(new OutgoingCalls(here));
    const silent = { publish: async () => undefined };
    const [notices, deliveries] = [new NoticesRepository(), new DeliveriesRepository(clock)];
    const post = { post: async () => undefined } as unknown as NoticeLetters;
    spreader = new SpreadNoticeProcessor(
      database.door,
      notices,
      new PeopleTelling(notices, deliveries, new HowToldRepository(), post, silent as never, clock),
      new WebhookTelling(new WebhooksRepository(), deliveries, clock),
      clock,
    );
  });
  afterAll(async () => {
    server.close();
    await database.close();
  });
  beforeEach(async () => {
    clock.set('2026-03-02T09:00:00Z');
    tenant = await database.tenant();
    received = [];
    status = 200;
  });

  const admin = () => actorIn(tenant, 'administrator');
  const worker = () => workerActor(tenant, 'spec');
  const add = (over: object = {}) =>
    service.add(admin(), {
      name: 'SIEM',
      format: 'standard',
      url: address,
      language: 'en',
      kinds: [],
      ...over,
    });
  const announce = async (kind: 'incident-late' | 'incident-updated' = 'incident-late', key = newId()) => {
    const parameters = { reference: 'INC-7', title: 'Lost laptop', vendor: 'Halcyon' };
    const about = { thing: 'incident', id: newId() };
    await database.door.withTenant(worker(), (tx) =>
      notifications.announce(
        tx,
        { kind, about, vendorId: null, parameters, path: ['incidents', 'x'], key },
        { roles: ['security'] },
      ),
    );
    await spread();
  };
  const spread = async () => {
    const ids = await database.door.withTenant(worker(), (tx) =>
      tx.query<{ id: string }>('select id from notice where tenant_id = $1 and spread_at is null', [
        tenant.id,
      ]),
    );
    for (const { id } of ids) await spreader.process(tenant, id);
  };
  const due = async () =>
    (await database.door.withRole('sweep', (client) => new WebhooksSweep().waiting(client, clock.date())))
      .filter(({ tenantId }) => tenantId === tenant.id)
      .map(({ rowId }) => rowId);
  const callDue = async () => {
    for (const id of await due()) await processor.process(tenant, id);
  };
  const deliveries = async () =>
    (await log.list(admin(), { limit: 50 })).items.filter(({ webhookId }) => webhookId !== null);
  const verifies = ({ headers, body }: Received, secret: string): boolean => {
    try {
      // by its own clock the message is old: the signature alone is asked for
      const signed = new StandardWebhook(secret).sign(
        headers['webhook-id'] ?? '',
        new Date(Number(headers['webhook-timestamp']) * 1000),
        body,
      );
      return (headers['webhook-signature'] ?? '').split(' ').includes(signed);
    } catch {
      return false;
    }
  };

  it('sends what was announced once, signed, and keeps the attempt with the first bytes of the answer', async () => {
    const { secret } = await add();
    await add({ name: 'Others', kinds: ['incident-updated'] });
    const key = newId();
    await announce('incident-late', key);
    await announce('incident-late', key);
    await callDue();
    await callDue();
    expect(received).toHaveLength(1);
    expect(verifies(received[0] as Received, secret ?? '')).toBe(true);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: 'incident-late',
      data: { tenant: tenant.slug, link: `https://plumbline.test/t/${tenant.slug}/incidents/x` },
    });
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({
      channel: 'webhook',
      state: 'sent',
      attempts: 1,
      recipient: 'SIEM',
      address: 'receiver.test',
    });
    const { tries } = await log.view(admin(), delivery?.id ?? '');
    expect(tries).toEqual([
      {
        number: 1,
        at: '2026-03-02T09:00:00.000Z',
        outcome: 'taken',
        status: 200,
        latencyMs: 0,
        answer: 'thank you',
      },
    ]);
  });

  it('tries for about 75 hours, then gives up, tells the administrators once a day, and sends again when asked', async () => {
    const person = await database.person();
    await database.door.withTenant(worker(), (tx) =>
      tx.query(
        `insert into membership (tenant_id, id, person_id, role, created_at) values ($1, $2, $3, 'administrator', $4)`,
        [...[tenant.id, newId(), person.id, clock.date()]],
      ),
    );
    await add();
    status = 503;
    await announce();
    await announce();
    const start = clock.now();
    for (let hops = 0; hops < 12; hops += 1) {
      await callDue();
      const next = (await deliveries()).map(({ dueAt }) => dueAt).find((at) => at !== null);
      if (next) {
        clock.set(Temporal.Instant.from(next).subtract({ milliseconds: 1 }).toString());
        expect(await due()).toEqual([]);
        clock.set(next);
      }
    }
    expect(received).toHaveLength(20);
    expect(clock.now().since(start).total('hours')).toBeCloseTo(75.58, 1);
    expect(await deliveries()).toMatchObject([
      { state: 'given-up', attempts: 10 },
      { state: 'given-up', attempts: 10 },
    ]);
    await spread();
    const told = await database.door.withTenant(worker(), (tx) =>
      tx.query('select person_id as person, kind from notification where tenant_id = $1 and kind = $2', [
        tenant.id,
        'webhook-given-up',
      ]),
    );
    expect(told).toEqual([{ person: person.id, kind: 'webhook-given-up' }]);
    expect(await due()).toEqual([]);

    status = 200;
    const [last] = await deliveries();
    expect(await service.replay(admin(), last?.id ?? '')).toMatchObject({ state: 'waiting', attempts: 10 });
    await callDue();
    expect(received.at(-1)?.headers['webhook-id']).toBe(last?.id);
    expect((await log.view(admin(), last?.id ?? '')).tries.map(({ status: answered }) => answered)).toEqual([
      ...Array(10).fill(503),
      200,
    ]);
    expect((await deliveries())[0]).toMatchObject({ state: 'sent', attempts: 11 });
  });

  it('is sent by one of two senders, and again under the same id when one died before noting', async () => {
    await add();
    await announce();
    const [id = ''] = await due();
    await Promise.all([
      processor.process(tenant, id),
      processor.process(tenant, id),
      processor.process(tenant, id),
    ]);
    expect(received).toHaveLength(1);

    await announce();
    const [second = ''] = await due();
    const dying = makeProcessor({
      post: async (...call: Parameters<OutgoingCalls['post']>) => {
        await new OutgoingCalls(here).post(...call);
        throw new Error('killed');
      },
    } as unknown as OutgoingCalls);
    await expect(dying.process(tenant, second)).rejects.toThrow('killed');
    expect(await due()).toEqual([]);
    clock.set('2026-03-02T09:01:00Z');
    await callDue();
    expect(received.slice(1).map(({ headers }) => headers['webhook-id'])).toEqual([second, second]);
    expect(await deliveries()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  it('signs by both secrets for a day after one replaced the other', async () => {
    const first = await add();
    const second = await service.rotate(admin(), first.id);
    expect(second.secrets.map(({ until }) => until)).toEqual([null, '2026-03-03T09:00:00.000Z']);
    expect(second.secret).not.toBe(first.secret);
    await announce();
    await callDue();
    const both = received.at(-1) as Received;
    expect([verifies(both, first.secret ?? ''), verifies(both, second.secret)]).toEqual([true, true]);
    clock.set('2026-03-03T09:00:00Z');
    await announce();
    await callDue();
    const one = received.at(-1) as Received;
    expect([verifies(one, first.secret ?? ''), verifies(one, second.secret)]).toEqual([false, true]);
    expect((await service.view(admin(), first.id)).secrets).toHaveLength(1);
  });

  it('can be tried out, and calls nothing inside the house', async () => {
    const { id } = await add({ url: 'https://169.254.169.254/latest/meta-data' });
    const tried = await service.test(admin(), id);
    expect(tried).toMatchObject({ kind: 'webhook-test', state: 'waiting' });
    await makeProcessor(new OutgoingCalls()).process(tenant, tried.id);
    const { tries, state } = await log.view(admin(), tried.id);
    expect(state).toBe('waiting');
    expect(tries).toMatchObject([
      {
        outcome: 'refused',
        status: null,
        answer: '169.254.169.254 is not an address of the public internet',
      },
    ]);
  });

  it('gives up what waits when it is stopped or removed, and takes no more', async () => {
    const { id, version } = await add();
    await announce();
    await service.change(admin(), id, { name: 'SIEM', language: 'en', kinds: [], enabled: false }, version);
    await announce();
    await callDue();
    expect(received).toEqual([]);
    const [waiting] = await deliveries();
    expect(await deliveries()).toMatchObject([{ state: 'given-up', attempts: 0 }]);
    await expect(service.replay(admin(), waiting?.id ?? '')).rejects.toMatchObject({
      code: 'webhook-stopped',
    });
    await expect(service.test(admin(), id)).rejects.toMatchObject({ code: 'webhook-stopped' });
    await expect(service.remove(admin(), id, version)).rejects.toMatchObject({ code: 'stale' });
    await service.remove(admin(), id, version + 1);
    expect((await service.list(admin())).items).toEqual([]);
    await expect(service.view(admin(), id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps secrets and the addresses of chats sealed, and shows neither again', async () => {
    const chat = await service.add(admin(), {
      ...{ name: 'Incidents', format: 'slack' as const, language: 'es' as const, kinds: [] },
      url: 'https://hooks.slack.com/services/T0/B0/very-secret',
    });
    const standard = await add();
    expect(chat).toMatchObject({ url: null, host: 'hooks.slack.com', secret: null, secrets: [] });
    const rows = await database.door.withTenant(worker(), (tx) =>
      tx.query(
        `select w.*, s.* from webhook w left join webhook_secret s on s.tenant_id = w.tenant_id and s.webhook_id = w.id where w.tenant_id = $1`,
        [tenant.id],
      ),
    );
    const kept = rows
      .flatMap((row) => Object.values(row as object))
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)));
    expect(kept.join('\n')).not.toMatch(/very-secret|whsec_/);
    expect(JSON.stringify((await service.list(admin())).items)).not.toContain(standard.secret);
    await expect(service.rotate(admin(), chat.id)).rejects.toMatchObject({ code: 'webhook-unsigned' });

    let called: Parameters<OutgoingCalls['post']> | undefined;
    await announce('incident-updated');
    const outside = {
      post: async (...call: Parameters<OutgoingCalls['post']>) => (
        (called = call),
        { kind: 'answered', status: 200, answer: 'ok' }
      ),
    };
    for (const id of await due())
      await makeProcessor(outside as unknown as OutgoingCalls).process(tenant, id);
    const chats = (await deliveries()).filter(({ channel }) => channel === 'chat');
    expect(chats).toMatchObject([{ state: 'sent', address: 'hooks.slack.com' }]);
    expect(called).toBeDefined();
  });

  it('is the insurer’s alone: a partner sees none of it, another tenant nothing', async () => {
    const { id } = await add();
    await announce();
    const [delivery] = await deliveries();
    const vendor = await database.vendor(tenant);
    const foreign = await database.tenant();
    for (const outsider of [
      actorIn(tenant, 'vendor_administrator', [vendor.id]),
      actorIn(foreign, 'administrator'),
    ]) {
      expect((await service.list(outsider)).items).toEqual([]);
      await expect(service.view(outsider, id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(service.test(outsider, id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(service.replay(outsider, delivery?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
      expect((await log.list(outsider, { limit: 50 })).items).toEqual([]);
    }
  });
});
