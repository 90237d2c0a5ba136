import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { OutgoingCalls } from './outgoing-calls';
import { type Received, WebhooksUnderTest } from './webhooks.fixture';

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

describe('webhooks', () => {
  let hooks: WebhooksUnderTest;
  beforeAll(async () => {
    hooks = await WebhooksUnderTest.open();
  });
  afterAll(() => hooks.close());
  beforeEach(() => hooks.begin());

  it('sends what was announced once, signed, and keeps the attempt with the first bytes of the answer', async () => {
    const { secret } = await hooks.add();
    await hooks.add({ name: 'Others', kinds: ['incident-updated'] });
    const key = newId();
    await hooks.announce('incident-late', key);
    await hooks.announce('incident-late', key);
    await hooks.callDue();
    await hooks.callDue();
    expect(hooks.received).toHaveLength(1);
    expect(verifies(hooks.received[0] as Received, secret ?? '')).toBe(true);
    expect(JSON.parse(hooks.received[0]?.body ?? '')).toMatchObject({
      type: 'incident-late',
      data: { tenant: hooks.tenant.slug, link: `https://plumbline.test/t/${hooks.tenant.slug}/incidents/x` },
    });
    const [delivery] = await hooks.deliveries();
    expect(delivery).toMatchObject({
      channel: 'webhook',
      state: 'sent',
      attempts: 1,
      recipient: 'SIEM',
      address: 'receiver.test',
    });
    const { tries } = await hooks.log.view(hooks.admin(), delivery?.id ?? '');
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
    const person = await hooks.database.person();
    await hooks.database.door.withTenant(hooks.worker(), (tx) =>
      tx.query(
        `insert into membership (tenant_id, id, person_id, role, created_at) values ($1, $2, $3, 'administrator', $4)`,
        [...[hooks.tenant.id, newId(), person.id, hooks.clock.date()]],
      ),
    );
    await hooks.add();
    hooks.status = 503;
    await hooks.announce();
    await hooks.announce();
    const start = hooks.clock.now();
    for (let hops = 0; hops < 12; hops += 1) {
      await hooks.callDue();
      const next = (await hooks.deliveries()).map(({ dueAt }) => dueAt).find((at) => at !== null);
      if (next) {
        hooks.clock.set(Temporal.Instant.from(next).subtract({ milliseconds: 1 }).toString());
        expect(await hooks.due()).toEqual([]);
        hooks.clock.set(next);
      }
    }
    expect(hooks.received).toHaveLength(20);
    expect(hooks.clock.now().since(start).total('hours')).toBeCloseTo(75.58, 1);
    expect(await hooks.deliveries()).toMatchObject([
      { state: 'given-up', attempts: 10 },
      { state: 'given-up', attempts: 10 },
    ]);
    await hooks.spread();
    const told = await hooks.database.door.withTenant(hooks.worker(), (tx) =>
      tx.query('select person_id as person, kind from notification where tenant_id = $1 and kind = $2', [
        hooks.tenant.id,
        'webhook-given-up',
      ]),
    );
    expect(told).toEqual([{ person: person.id, kind: 'webhook-given-up' }]);
    expect(await hooks.due()).toEqual([]);

    hooks.status = 200;
    const [last] = await hooks.deliveries();
    expect(await hooks.service.replay(hooks.admin(), last?.id ?? '')).toMatchObject({
      state: 'waiting',
      attempts: 10,
    });
    await hooks.callDue();
    expect(hooks.received.at(-1)?.headers['webhook-id']).toBe(last?.id);
    expect(
      (await hooks.log.view(hooks.admin(), last?.id ?? '')).tries.map(({ status: answered }) => answered),
    ).toEqual([...Array(10).fill(503), 200]);
    expect((await hooks.deliveries())[0]).toMatchObject({ state: 'sent', attempts: 11 });
  });

  it('is sent by one of two senders, and again under the same id when one died before noting', async () => {
    await hooks.add();
    await hooks.announce();
    const [id = ''] = await hooks.due();
    await Promise.all([
      hooks.processor.process(hooks.tenant, id),
      hooks.processor.process(hooks.tenant, id),
      hooks.processor.process(hooks.tenant, id),
    ]);
    expect(hooks.received).toHaveLength(1);

    await hooks.announce();
    const [second = ''] = await hooks.due();
    const dying = hooks.processorWith({
      post: async (...call: Parameters<OutgoingCalls['post']>) => {
        await hooks.calls.post(...call);
        throw new Error('killed');
      },
    } as unknown as OutgoingCalls);
    await expect(dying.process(hooks.tenant, second)).rejects.toThrow('killed');
    expect(await hooks.due()).toEqual([]);
    hooks.clock.set('2026-03-02T09:01:00Z');
    await hooks.callDue();
    expect(hooks.received.slice(1).map(({ headers }) => headers['webhook-id'])).toEqual([second, second]);
    expect(await hooks.deliveries()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  it('signs by both secrets for a day after one replaced the other', async () => {
    const first = await hooks.add();
    const second = await hooks.service.rotate(hooks.admin(), first.id);
    expect(second.secrets.map(({ until }) => until)).toEqual([null, '2026-03-03T09:00:00.000Z']);
    expect(second.secret).not.toBe(first.secret);
    await hooks.announce();
    await hooks.callDue();
    const both = hooks.received.at(-1) as Received;
    expect([verifies(both, first.secret ?? ''), verifies(both, second.secret)]).toEqual([true, true]);
    hooks.clock.set('2026-03-03T09:00:00Z');
    await hooks.announce();
    await hooks.callDue();
    const one = hooks.received.at(-1) as Received;
    expect([verifies(one, first.secret ?? ''), verifies(one, second.secret)]).toEqual([false, true]);
    expect((await hooks.service.view(hooks.admin(), first.id)).secrets).toHaveLength(1);
  });

  it('can be tried out, and calls nothing inside the house', async () => {
    const { id } = await hooks.add({ url: 'https://169.254.169.254/latest/meta-data' });
    const tried = await hooks.service.test(hooks.admin(), id);
    expect(tried).toMatchObject({ kind: 'webhook-test', state: 'waiting' });
    await hooks.processorWith(new OutgoingCalls()).process(hooks.tenant, tried.id);
    const { tries, state } = await hooks.log.view(hooks.admin(), tried.id);
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
    const { id, version } = await hooks.add();
    await hooks.announce();
    await hooks.service.change(
      hooks.admin(),
      id,
      { name: 'SIEM', language: 'en', kinds: [], enabled: false },
      version,
    );
    await hooks.announce();
    await hooks.callDue();
    expect(hooks.received).toEqual([]);
    const [waiting] = await hooks.deliveries();
    expect(await hooks.deliveries()).toMatchObject([{ state: 'given-up', attempts: 0 }]);
    await expect(hooks.service.replay(hooks.admin(), waiting?.id ?? '')).rejects.toMatchObject({
      code: 'webhook-stopped',
    });
    await expect(hooks.service.test(hooks.admin(), id)).rejects.toMatchObject({ code: 'webhook-stopped' });
    await expect(hooks.service.remove(hooks.admin(), id, version)).rejects.toMatchObject({ code: 'stale' });
    await hooks.service.remove(hooks.admin(), id, version + 1);
    expect((await hooks.service.list(hooks.admin())).items).toEqual([]);
    await expect(hooks.service.view(hooks.admin(), id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps secrets and the addresses of chats sealed, and shows neither again', async () => {
    const chat = await hooks.service.add(hooks.admin(), {
      ...{ name: 'Incidents', format: 'slack' as const, language: 'es' as const, kinds: [] },
      url: 'https://hooks.slack.com/services/T0/B0/very-secret',
    });
    const standard = await hooks.add();
    expect(chat).toMatchObject({ url: null, host: 'hooks.slack.com', secret: null, secrets: [] });
    const rows = await hooks.database.door.withTenant(hooks.worker(), (tx) =>
      tx.query(
        `select w.*, s.* from webhook w left join webhook_secret s on s.tenant_id = w.tenant_id and s.webhook_id = w.id where w.tenant_id = $1`,
        [hooks.tenant.id],
      ),
    );
    const kept = rows
      .flatMap((row) => Object.values(row as object))
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)));
    expect(kept.join('\n')).not.toMatch(/very-secret|whsec_/);
    expect(JSON.stringify((await hooks.service.list(hooks.admin())).items)).not.toContain(standard.secret);
    await expect(hooks.service.rotate(hooks.admin(), chat.id)).rejects.toMatchObject({
      code: 'webhook-unsigned',
    });

    let called: Parameters<OutgoingCalls['post']> | undefined;
    await hooks.announce('incident-updated');
    const outside = {
      post: async (...call: Parameters<OutgoingCalls['post']>) => (
        (called = call),
        { kind: 'answered', status: 200, answer: 'ok' }
      ),
    };
    for (const id of await hooks.due())
      await hooks.processorWith(outside as unknown as OutgoingCalls).process(hooks.tenant, id);
    const chats = (await hooks.deliveries()).filter(({ channel }) => channel === 'chat');
    expect(chats).toMatchObject([{ state: 'sent', address: 'hooks.slack.com' }]);
    expect(called).toBeDefined();
  });

  it('is the insurer’s alone: a partner sees none of it, another tenant nothing', async () => {
    const { id } = await hooks.add();
    await hooks.announce();
    const [delivery] = await hooks.deliveries();
    const vendor = await hooks.database.vendor(hooks.tenant);
    const foreign = await hooks.database.tenant();
    for (const outsider of [
      actorIn(hooks.tenant, 'vendor_administrator', [vendor.id]),
      actorIn(foreign, 'administrator'),
    ]) {
      expect((await hooks.service.list(outsider)).items).toEqual([]);
      await expect(hooks.service.view(outsider, id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(hooks.service.test(outsider, id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(hooks.service.replay(outsider, delivery?.id ?? '')).rejects.toMatchObject({
        code: 'not-found',
      });
      expect((await hooks.log.list(outsider, { limit: 50 })).items).toEqual([]);
    }
  });
});
